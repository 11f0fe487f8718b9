import {forkValue} from "#lib/estimate.js";
import {kindOf} from "#lib/kind-of.js";
import type {Settings} from "#lib/measure.js";
import {seededRandom, shuffle} from "#lib/random.js";
import type {Fork, LabDescription} from "#lib/result.js";
import {settingsFor} from "#lib/settings.js";
import {median} from "#lib/stats/median.js";
import {MIN_BLOCKS} from "#lib/stats/paired-ratio.js";
import {readLoad} from "../../machine.js";
import type {ChildOptions} from "../../measure/ask.js";
import type {CompiledLab} from "../../measure/compile.js";
import {describe} from "../../measure/describe.js";
import {fork} from "../../measure/fork.js";
import {Neighbours} from "../../measure/neighbours.js";
import type {Chosen} from "../../measure/runtimes/find-runtimes.js";
import {labFile} from "../../store.js";
import type {Peer} from "./peer.js";
import {type TwinKernel, twinKernels} from "./twin-kernels.js";
import type {TwinCell} from "./twins-result.js";

/** A runtime, and what its twins are held against. */
export interface Side {
  readonly runtime: Chosen;
  readonly peer: Peer;
}

export interface TwinsPlan {
  readonly sides: readonly Side[];
  readonly blocks: number;
  /** No block begins that would end later than that, once there are enough for an interval. */
  readonly minutes: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** A kernel that is ready to be measured, with what was measured of it. */
interface Prepared {
  readonly kernel: TwinKernel;
  readonly peer: Peer;
  readonly compiled: CompiledLab;
  readonly lab: LabDescription;
  readonly options: ChildOptions;
  /** Of all kernels of the runtime. */
  readonly neighbours: Neighbours;
  readonly text: boolean;
  readonly forks: Fork[];
  readonly theirsNs: number[];
}

const TIMEOUT_MS = 60_000;

/** Only the answer counts. */
const AT_ONCE: Settings = {batchNs: 1, samples: 1, measureCapNs: 0, warmupNs: 0, warmupCapNs: 0, steadyWithin: 1};

/** What is measured so far. */
export interface MeasuredTwins {
  /** Before each block. */
  readonly load: readonly number[];
  readonly cells: readonly TwinCell[];
  /** The tools with their versions, as they name themselves. */
  readonly tools: ReadonlyMap<Peer, string>;
}

/**
 * Measures all kernels in blocks: in each a fork of ours and a process of the other tool for every kernel, in random
 * order.
 *
 * @throws Interrupted if the reader stopped it
 */
export async function measureTwins(plan: TwinsPlan): Promise<MeasuredTwins> {
  const prepared = (await Promise.all(plan.sides.map((side) => prepareSide(side, plan)))).flat();
  const tools = new Map<Peer, string>();
  const random = seededRandom(plan.seed);
  const load: number[] = [];
  const started = performance.now();
  for (let block = 0; block < plan.blocks; block++) {
    const passed = (performance.now() - started) / 60_000;
    if (block >= MIN_BLOCKS && (passed * (block + 1)) / block > plan.minutes) break;
    plan.say(`block ${block + 1} of ${plan.blocks}`);
    const now = readLoad();
    if (now !== null) load.push(Number(now.toFixed(2)));
    const jobs = prepared.flatMap((one) => [
      () => measureOurs(one, block, plan),
      async () => void tools.set(one.peer, await measureTheirs(one, plan.seed + block))
    ]);
    for (const job of shuffle(jobs, random)) await job();
  }
  return {cells: prepared.map(cellOf), tools, load};
}

async function prepareSide({runtime, peer}: Side, plan: TwinsPlan): Promise<Prepared[]> {
  const {kind, handle} = runtime;
  const neighbours = new Neighbours([]);
  const child = await kind.child(handle);
  const options = {runtime: handle, child, timeoutMs: TIMEOUT_MS, signal: plan.signal};
  const prepared: Prepared[] = [];
  for (const kernel of twinKernels(handle.name as TwinKernel["runtime"])) {
    const compiled = (await kind.compile(labFile(kernel.lab), handle))!;
    const lab = await describe(compiled, options);
    const {variant, size} = kernel;
    const request = {variant, size, block: 0, order: 0, seed: plan.seed, settings: AT_ONCE};
    const {answer} = await fork(compiled, request, options);
    const text = answer.type === "string";
    prepared.push({kernel, peer, compiled, lab, options, neighbours, text, forks: [], theirsNs: []});
  }
  return prepared;
}

/** @returns the tool, as it names itself */
async function measureTheirs({peer, compiled, kernel, text, theirsNs}: Prepared, seed: number): Promise<string> {
  const {variant, size} = kernel;
  const {ns, tool} = await peer.measure({lab: compiled, variant, size, seed, text});
  theirsNs.push(ns);
  return tool;
}

async function measureOurs(one: Prepared, block: number, {seed}: TwinsPlan): Promise<void> {
  const {kernel, compiled, lab, options, neighbours, forks} = one;
  const {variant, size} = kernel;
  const {emptyCallSteps} = neighbours;
  const known = emptyCallSteps === undefined ? {} : {emptyCallSteps};
  const settings = settingsFor(kindOf(lab, variant), "standard");
  const request = {variant, size, block, order: forks.length, seed: seed + block, ...known, settings};
  const {fork: measured} = await fork(compiled, request, options);
  neighbours.add(measured);
  forks.push(measured);
}

function cellOf({kernel, compiled, lab, forks, theirsNs}: Prepared): TwinCell {
  const kind = kindOf(lab, kernel.variant);
  return {
    ...kernel,
    hash: compiled.hash,
    oursNs: forks.map((one) => Number(forkValue(one, kind, "time").toPrecision(5))),
    theirsNs: theirsNs.map((ns) => Number(ns.toPrecision(5))),
    emptyCallNs: median(forks.map(({emptyCallNs}) => emptyCallNs))
  };
}
