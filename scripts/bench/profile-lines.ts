import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {NO_INLINING} from "../profile/no-inlining.js";
import {recordProgram} from "../profile/record-run.js";
import {cpuRecorder} from "../profile/recorder.js";
import type {LineOutcome} from "./profile-result.js";

const INTERVAL_US = 500;

/** Records a program whose hot line is marked by `// hot`, and says where the samples went. */
export async function hotLine(
  node: {readonly executable: string; readonly version: string},
  script: string,
  inlining: boolean
): Promise<LineOutcome> {
  const text = (await readFile(script, "utf8")).split("\n");
  const hot = text.findIndex((line) => line.endsWith("// hot")) + 1;
  const name = [
    ...text
      .slice(0, hot)
      .join("\n")
      .matchAll(/^function (\w+)/gm)
  ].at(-1)![1]!;
  const recorder = {...cpuRecorder(INTERVAL_US), flags: inlining ? [] : NO_INLINING};
  const run = await recordProgram([node.executable, script], {stdout: "stderr", say: () => {}}, recorder);
  await run.discard();
  const ticks = new Map<number, number>();
  let [inFunction, onHot] = [0, 0];
  for (const {callFrame, positionTicks = []} of run.threads[0]?.profile.nodes ?? []) {
    if (!callFrame.url.endsWith(basename(script))) continue;
    for (const {line, ticks: count} of positionTicks) {
      ticks.set(line, (ticks.get(line) ?? 0) + count);
      if (line === hot) onHot += count;
      if (line === hot && callFrame.functionName === name) inFunction += count;
    }
  }
  const all = [...ticks.values()].reduce((sum, count) => sum + count, 0);
  const line = onHot > 0 && onHot === Math.max(...ticks.values());
  return {
    node: node.version,
    program: basename(script, ".cjs"),
    inlining,
    share: all === 0 ? 0 : onHot / all,
    line,
    function: inFunction > onHot / 2
  };
}
