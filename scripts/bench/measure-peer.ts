import {seededRandom, shuffle} from "#lib/random.js";
import type {ChildOptions} from "../measure/ask.js";
import type {BenchLab} from "./bench-lab.js";
import type {DeadOutcome, LadderOutcome, OrderOutcome, PairOutcome, Tool} from "./engine-result.js";
import type {PeerReply} from "./peers/answer-peer.js";
import {askPeer} from "./peers/ask-peer.js";
import {kernelName} from "./peers/compile-peer.js";
import type {PeerOptions} from "./peers/peer.js";

/** How another tool is asked. */
export interface OtherOptions {
  readonly tool: Tool;
  readonly children: ChildOptions;
  readonly seed: number;
}

type Answer<Outcome, Given extends keyof Outcome = never> = Omit<Outcome, "tool" | "seconds" | Given>;

const plain: PeerOptions = {compare: false, detectDead: false};

/** Compares two variants in one process, as users of the tool do, registered in random order. */
export async function otherPair(
  bench: BenchLab,
  variant: string,
  options: OtherOptions
): Promise<Answer<PairOutcome, "pair">> {
  const [size] = bench.lab.sizes;
  const [baseline, ours] = [bench.lab.baseline, variant].map((name) => kernelName(name, size!));
  const order = shuffle([baseline!, ours!], seededRandom(options.seed));
  const reply = await question(bench, order, {...plain, compare: true}, options);
  const headline = (name: string) => reply.headlines.find((one) => one.name === name)!;
  const [a, b] = [headline(baseline!), headline(ours!)];
  const ratio = b.ns / a.ns;
  return {ratio, same: Math.abs(Math.log(ratio)) <= Math.log(1.01), ...ownRule(reply, a, b)};
}

/** The tool's own test, if it has one; else its headlines differ by more than 1 %. */
function ownRule({pValue}: PeerReply, a: Figure, b: Figure): Pick<PairOutcome, "different" | "said"> {
  if (pValue !== undefined) return {different: pValue < 0.05, said: `p = ${pValue.toPrecision(2)}`};
  if (a.marginNs !== undefined && b.marginNs !== undefined) {
    const apart = Math.abs(a.ns - b.ns) > a.marginNs + b.marginNs;
    return {different: apart, said: `${intervalText(a)} and ${intervalText(b)}`};
  }
  const apart = Math.abs(Math.log(b.ns / a.ns)) > Math.log(1.01);
  return {different: apart, said: `${a.ns.toPrecision(4)} and ${b.ns.toPrecision(4)} ns`};
}

type Figure = PeerReply["headlines"][number];

function intervalText({ns, marginNs}: Figure): string {
  return `${ns.toPrecision(4)} ± ${marginNs!.toPrecision(2)} ns`;
}

/** Measures every variant in a process of its own, and all of them in one, each at each position once. */
export async function otherOrder(bench: BenchLab, options: OtherOptions): Promise<Answer<OrderOutcome, "pattern">[]> {
  const [size] = bench.lab.sizes;
  const names = bench.lab.variants.map(({name}) => name);
  const kernels = names.map((name) => kernelName(name, size!));
  const alone = new Map<string, number>();
  for (const kernel of shuffle(kernels, seededRandom(options.seed))) {
    alone.set(kernel, (await question(bench, [kernel], plain, options)).headlines[0]!.ns);
  }
  const together = new Map(kernels.map((kernel) => [kernel, [[], [], []] as number[][]]));
  for (const turn of kernels.keys()) {
    const order = [...kernels.slice(turn), ...kernels.slice(0, turn)];
    const {headlines} = await question(bench, order, plain, options);
    for (const [position, kernel] of order.entries()) {
      together.get(kernel)![position]!.push(headlines.find(({name}) => name === kernel)!.ns);
    }
  }
  return names.map((variant, index) => {
    const kernel = kernels[index]!;
    return {variant, alone: alone.get(kernel)!, positions: together.get(kernel)!};
  });
}

/** Measures every dead kernel, and the live one, in a process of its own. */
export async function otherDead(bench: BenchLab, options: OtherOptions): Promise<Answer<DeadOutcome>[]> {
  const [size] = bench.lab.sizes;
  const outcomes: Answer<DeadOutcome>[] = [];
  for (const {name} of bench.lab.variants) {
    const {headlines} = await question(bench, [kernelName(name, size!)], {...plain, detectDead: true}, options);
    const {ns, warning} = headlines[0]!;
    const said = `${ns.toPrecision(3)} ns${warning === undefined ? "" : `, ${warning}`}`;
    outcomes.push({kernel: name, noticed: warning !== undefined, said});
  }
  return outcomes;
}

/** Measures the chain at all sizes in one process, in random order. */
export async function otherLadder(bench: BenchLab, options: OtherOptions): Promise<Answer<LadderOutcome>> {
  const {sizes, baseline} = bench.lab;
  const kernels = sizes.map((size) => kernelName(baseline, size));
  const {headlines, referenceNs} = await question(bench, shuffle(kernels, seededRandom(options.seed)), plain, options);
  const times = kernels.map((kernel) => headlines.find(({name}) => name === kernel)!.ns);
  return {steps: sizes, times, truth: referenceNs};
}

function question(bench: BenchLab, order: readonly string[], asked: PeerOptions, options: OtherOptions) {
  const {tool, children, seed} = options;
  return askPeer(tool, bench.peers.get(tool)!, {order, seed, ...asked}, children);
}
