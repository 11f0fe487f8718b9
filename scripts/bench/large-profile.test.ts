import assert from "node:assert/strict";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {type CpuProfile, checkCpuProfile, indexById, parentsOf} from "#lib/profile/cpu-profile.js";
import {DATA} from "../store.js";
import {largeProfile} from "./large-profile.js";

const MEGABYTES = 2;

test("the made-up profile is as large as it was asked for, and a profile", () => {
  const made = checkCpuProfile(largeProfile(MEGABYTES), "made up");
  const megabytes = JSON.stringify(made).length / 1e6;
  assert.ok(Math.abs(megabytes / MEGABYTES - 1) < 0.1, `${megabytes} MB`);
});

test("from one stack to the next it enters about as many calls as recordings of real programs do", () => {
  const recorded = recordings().map(entered);
  const made = entered(largeProfile(MEGABYTES));
  assert.ok(recorded.length >= 4);
  assert.ok(made > Math.min(...recorded) && made < Math.max(...recorded), `${made}, recorded: ${recorded.join(", ")}`);
});

function recordings(): CpuProfile[] {
  const folder = join(DATA, "recordings");
  const files = readdirSync(folder, {recursive: true}).map(String);
  return files
    .filter((file) => file.endsWith(".cpuprofile"))
    .map((file) => checkCpuProfile(JSON.parse(readFileSync(join(folder, file), "utf8")), file));
}

/** Mean number of calls that a sample has and the one before it had not, of samples that found another place. */
function entered({nodes, samples}: CpuProfile): number {
  const parents = parentsOf(nodes, "");
  const indexOf = indexById(nodes, "");
  const stackOf = (id: number) => {
    const stack: number[] = [];
    for (let at = indexOf(id)!; at >= 0; at = parents[at]!) stack.push(at);
    return stack.reverse();
  };
  const changed = samples.filter((id, index) => id !== samples[index - 1]).map(stackOf);
  const counts = changed.slice(1).map((stack, index) => {
    const before = changed[index]!;
    const same = stack.findIndex((node, depth) => node !== before[depth]);
    return same < 0 ? 0 : stack.length - same;
  });
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}
