import type {Answered} from "#lib/answer.js";
import {describeLab} from "#lib/describe-lab.js";
import type {ForkReply, ForkRequest} from "#lib/measure.js";
import type {LabDescription, Run} from "#lib/result.js";
import type {Effects, LabPlan} from "./measure-lab.js";
import {cellsOf, keyOf} from "./plan.js";

/** What a scripted fork does; what it leaves out is unremarkable. */
export interface Script {
  /** Nanoseconds per iteration. */
  readonly ns?: (request: ForkRequest) => number;
  readonly answer?: (request: ForkRequest) => number;
  /** Nanoseconds of an empty call. */
  readonly emptyCallNs?: (request: ForkRequest) => number;
  /** Throws in place of an answer. */
  readonly fails?: (request: ForkRequest) => void;
}

/** Effects without processes: every fork takes 100 ms of a clock of their own. For tests. */
export function scripted(script: Script = {}) {
  const asked: ForkRequest[] = [];
  const saved: Run[] = [];
  const told: string[] = [];
  let clock = 0;
  const effects: Effects = {
    async fork(request) {
      asked.push(request);
      clock += 100;
      script.fails?.(request);
      return replyTo(request, script);
    },
    now: () => clock,
    load: () => 0.5,
    async save(run) {
      saved.push(structuredClone(run));
    },
    progress: ({what}) => void told.push(what)
  };
  return {effects, asked, saved, told};
}

function replyTo(request: ForkRequest, {ns, answer, emptyCallNs}: Script): ForkReply {
  const {block, order, variant, size, seed} = request;
  const value: Answered = {type: "number", value: answer?.(request) ?? seed};
  const samplesNs = [ns?.(request) ?? 100];
  const quiet = {
    dropped: 0,
    collections: null,
    steady: true,
    emptyCallNs: emptyCallNs?.(request) ?? 3,
    clockStepNs: 40
  };
  return {
    answer: value,
    fork: {block, order, variant, size, iterations: 1000, samplesNs, referenceNs: [1], ...quiet}
  };
}

/** A plan for three variants at two sizes: `b` and `c` beside `a`. For tests. */
export function planFor(change: Partial<LabPlan> = {}): LabPlan {
  const lab: LabDescription = describeLab({
    question: "Which is faster?",
    sizes: [10, 100],
    setup: () => 0,
    baseline: "a",
    variants: {a: () => 1, b: () => 1, c: () => 1}
  });
  return {
    name: "scripted",
    lab,
    hash: "0".repeat(64),
    runtime: {name: "node", version: "24.0.0", engine: "V8", flags: []},
    cells: cellsOf(lab, {}),
    effort: "quick",
    margin: 0.01,
    seed: 7,
    budgetMs: 1e9,
    strictBudget: false,
    from: null,
    selfCheck: [],
    ...change
  };
}

/** Times unlike from block to block, so that no interval becomes narrow. For tests. */
export const noisy = ({block, variant}: ForkRequest) => (variant === "a" ? 100 : 100 * 1.5 ** ((block * 7) % 5));

/** What was asked for in each block, in order. For tests. */
export function blocksOf(asked: readonly ForkRequest[]): string[][] {
  const last = Math.max(...asked.map(({block}) => block));
  return Array.from({length: last + 1}, (_, block) => asked.filter((request) => request.block === block).map(keyOf));
}
