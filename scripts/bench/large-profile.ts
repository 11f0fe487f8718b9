import type {CpuNode, CpuProfile} from "#lib/profile/cpu-profile.js";
import {seededRandom} from "#lib/random.js";

const SEED = 20_261_201;
const FUNCTIONS = 20_000;
const FILES = 400;
const NODES_A_MEGABYTE = 2_200;
const SAMPLES_A_MEGABYTE = 70_000;
/** Calls rarely go deeper than this. */
const DEPTH = 30;
/** How often a sample finds what the one before it found. */
const STAYS = 0.8;

/**
 * A CPU profile of about this size as JSON: a server's, in its shape. Most stacks are deep and rare, few are hot.
 *
 * @param megabytes of its JSON
 */
export function largeProfile(megabytes: number): CpuProfile {
  const random = seededRandom(SEED);
  const below = (limit: number) => Math.floor(random() * limit);
  const nodes = nodesOf(NODES_A_MEGABYTE * megabytes, below);
  const count = SAMPLES_A_MEGABYTE * megabytes;
  let found = 1;
  const samples = Array.from({length: count}, () => {
    if (random() >= STAYS) found = 1 + Math.floor(nodes.length * random() ** 6);
    return found;
  });
  const timeDeltas = Array.from({length: count}, () => 900 + below(200));
  const endTime = timeDeltas.reduce((sum, delta) => sum + delta, 1000);
  return {nodes, startTime: 0, endTime, samples, timeDeltas};
}

function nodesOf(count: number, below: (limit: number) => number): CpuNode[] {
  const children: number[][] = [[]];
  const depths = [0];
  for (let index = 1; index < count; index++) {
    let caller = index <= 5 ? 0 : Math.max(1, index - 1 - below(40));
    if (depths[caller]! >= DEPTH) caller = below(5) + 1;
    children.push([]);
    children[caller]!.push(index + 1);
    depths.push(depths[caller]! + 1);
  }
  return children.map((called, index) => ({
    id: index + 1,
    callFrame: index === 0 ? frameNamed("(root)", "", -1) : randomFrame(below),
    hitCount: 0,
    ...(called.length > 0 && {children: called})
  }));
}

function randomFrame(below: (limit: number) => number): CpuNode["callFrame"] {
  const number = below(FUNCTIONS);
  return frameNamed(`handle${number}`, `file:///srv/app/node_modules/package-${number % FILES}/lib/index.js`, number);
}

function frameNamed(functionName: string, url: string, lineNumber: number): CpuNode["callFrame"] {
  return {functionName, scriptId: "7", url, lineNumber, columnNumber: lineNumber < 0 ? -1 : 12};
}
