import type {CpuNode, CpuProfile} from "#lib/profile/cpu-profile.js";
import {seededRandom} from "#lib/random.js";

const SEED = 20_261_201;
const FUNCTIONS = 20_000;
const FILES = 400;
const NODES_A_MEGABYTE = 2_200;
const SAMPLES_A_MEGABYTE = 60_000;
/** Calls rarely go deeper than this. */
const DEPTH = 30;
/** Of ten functions so many are called by the one that was found before them. */
const ONLY_CALLS = 6;
/** How often a sample looks for another place than the one before it. */
const MOVES = 0.8;
/** How often one more call is left before the next sample, and how often one more is entered. */
const LEAVES_ON = 0.8;
const ENTERS_ON = 0.93;

/**
 * A CPU profile of about this size as JSON, which moves from sample to sample as a program does: it leaves a few
 * calls and enters a few others. How much changes is what a viewer pays for that draws samples in the order of time.
 *
 * @param megabytes of its JSON
 */
export function largeProfile(megabytes: number): CpuProfile {
  const random = seededRandom(SEED);
  const below = (limit: number) => Math.floor(random() * limit);
  const {nodes, parents} = nodesOf(NODES_A_MEGABYTE * megabytes, below);
  const count = SAMPLES_A_MEGABYTE * megabytes;
  let found = 1;
  const samples = Array.from({length: count}, () => {
    if (random() < MOVES) found = enter(nodes, leave(parents, found, random), random);
    return found + 1;
  });
  const timeDeltas = Array.from({length: count}, () => 900 + below(200));
  const endTime = timeDeltas.reduce((sum, delta) => sum + delta, 1000);
  return {nodes, startTime: 0, endTime, samples, timeDeltas};
}

/** @returns index of the node that is still being run when some calls have ended */
function leave(parents: Int32Array, from: number, random: () => number): number {
  let at = parents[from]!;
  while (at > 0 && random() < LEAVES_ON) at = parents[at]!;
  return at;
}

/** @returns index of a node somewhere below: those that were called first are called most often */
function enter(nodes: readonly CpuNode[], from: number, random: () => number): number {
  let at = from;
  do {
    const called = nodes[at]!.children ?? [];
    if (called.length === 0) return at;
    at = called[Math.floor(called.length * random() ** 2)]! - 1;
  } while (random() < ENTERS_ON);
  return at;
}

function nodesOf(count: number, below: (limit: number) => number): {nodes: CpuNode[]; parents: Int32Array} {
  const children: number[][] = [[]];
  const depths = [0];
  const parents = new Int32Array(count).fill(0);
  for (let index = 1; index < count; index++) {
    let caller = index <= 5 ? 0 : Math.max(1, index - 1 - (below(10) < ONLY_CALLS ? 0 : below(40)));
    if (depths[caller]! >= DEPTH) caller = below(5) + 1;
    children.push([]);
    children[caller]!.push(index + 1);
    depths.push(depths[caller]! + 1);
    parents[index] = caller;
  }
  const nodes = children.map((called, index) => ({
    id: index + 1,
    callFrame: index === 0 ? frameNamed("(root)", "", -1) : randomFrame(below),
    hitCount: 0,
    ...(called.length > 0 && {children: called})
  }));
  return {nodes, parents};
}

function randomFrame(below: (limit: number) => number): CpuNode["callFrame"] {
  const number = below(FUNCTIONS);
  return frameNamed(`handle${number}`, `file:///srv/app/node_modules/package-${number % FILES}/lib/index.js`, number);
}

function frameNamed(functionName: string, url: string, lineNumber: number): CpuNode["callFrame"] {
  return {functionName, scriptId: "7", url, lineNumber, columnNumber: lineNumber < 0 ? -1 : 12};
}
