import type {CpuProfile} from "./cpu-profile.js";
import type {Frame, Profile, Unit} from "./profile.js";
import {ProfileBuilder} from "./profile-builder.js";

/** A frame by its name; in parentheses what follows it: `parse (file:///app/parse.js:12:3)`. */
export function frameNamed(text: string): Frame {
  const [, name = text, file = "", line = "0", column = "0"] =
    /^(.*?) \((.*?)(?::(\d+))?(?::(\d+))?\)$/.exec(text) ?? [];
  return {name, file, line: Number(line), column: Number(column)};
}

/** A profile for tests and demonstrations: a weight, which is also the number of samples, for each `a;b;c`. */
export function syntheticProfile(stacks: Readonly<Record<string, number>>, unit: Unit = "samples"): Profile {
  const builder = new ProfileBuilder();
  for (const [stack, weight] of Object.entries(stacks)) {
    builder.addStack({frames: stack.split(";").map(frameNamed), weight, samples: weight});
  }
  return builder.build({title: "synthetic", unit});
}

/**
 * A `.cpuprofile` whose root calls each of the functions: sample i found function `found[i]`.
 *
 * @param timeDeltas microseconds before each sample
 * @param last microseconds from the last sample to the end
 */
export function syntheticCpuProfile(
  functions: readonly string[],
  found: readonly number[],
  timeDeltas: readonly number[],
  last = 0
): CpuProfile {
  const callFrame = (functionName: string) => ({
    functionName,
    scriptId: "0",
    url: "",
    lineNumber: -1,
    columnNumber: -1
  });
  const startTime = 1000;
  return {
    nodes: [
      {id: 1, callFrame: callFrame("(root)"), children: functions.map((_, index) => index + 2)},
      ...functions.map((name, index) => ({id: index + 2, callFrame: callFrame(name), hitCount: 0}))
    ],
    startTime,
    endTime: startTime + timeDeltas.reduce((sum, delta) => sum + delta, 0) + last,
    samples: found.map((index) => index + 2),
    timeDeltas: [...timeDeltas]
  };
}
