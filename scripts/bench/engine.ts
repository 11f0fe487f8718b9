import {randomInt} from "node:crypto";
import {relative} from "node:path";
import process from "node:process";
import {abortOnInterrupt} from "../commands/interrupt.js";
import {explain} from "../errors.js";
import {writeAtomically} from "../files.js";
import {describeMachine} from "../machine.js";
import {compileChild} from "../measure/compile.js";
import {alone} from "../measure/lock.js";
import {nodeRuntime} from "../measure/runtimes/node.js";
import {runSelfCheck} from "../measure/self-check.js";
import {terminal} from "../terminal.js";
import {compileKernels} from "./bench-lab.js";
import {benchText} from "./bench-text.js";
import {describeTools} from "./describe-tools.js";
import {type EngineOptions, readOptions} from "./engine-options.js";
import type {EngineBench} from "./engine-result.js";
import {roundsOf} from "./jobs.js";
import {printBench} from "./print-bench.js";
import {type BenchProgress, runBench} from "./run-bench.js";
import {countPairs} from "./summary.js";

const ROUNDS = 50;
const TIMEOUT_MS = 120_000;

/** Measures our engine beside other tools, prints the table and writes it. */
async function main(options: EngineOptions): Promise<void> {
  const {signal, release} = abortOnInterrupt();
  const bench = await alone(() => measure(options, signal));
  release();
  terminal.progress.end();
  await writeAtomically(options.out, benchText(bench));
  printBench(bench, terminal);
  terminal.tell(
    `${bench.complete ? "written" : "stopped early; what was measured is written"}: ${relative(process.cwd(), options.out)}`
  );
}

async function measure(options: EngineOptions, signal: AbortSignal): Promise<EngineBench> {
  const [runtime, child, machine] = await Promise.all([nodeRuntime(), compileChild(), describeMachine()]);
  const children = {runtime, child, timeoutMs: TIMEOUT_MS, signal};
  const seed = options.seed ?? randomInt(2 ** 32);
  const date = new Date().toISOString();
  const start = performance.now();
  const labs = await compileKernels(children);
  const selfCheck = await runSelfCheck({...children, seed});
  const seconds = options.minutes === undefined ? null : options.minutes * 60;
  const rounds = roundsOf(options, ROUNDS, seed);
  const measured = await runBench(rounds, {labs, children, machine, selfCheck}, {seconds, progress: showProgress});
  const {name, version, engine, flags} = runtime;
  return {
    format: 1,
    date,
    machine,
    runtime: {name, version, engine, flags},
    seed,
    seconds: Math.round((performance.now() - start) / 1000),
    ...measured,
    tools: describeTools(),
    counts: countPairs(measured.pairs)
  };
}

function showProgress({job, round, rounds, done, total, secondsLeft}: BenchProgress): void {
  const left = secondsLeft === null ? {} : {secondsLeft};
  terminal.progress.update({
    lab: "bench",
    what: `${job.tool}: ${job.kind}`,
    block: round,
    blocks: rounds,
    done,
    total,
    ...left
  });
}

try {
  await main(readOptions(process.argv.slice(2)));
} catch (error) {
  terminal.progress.end();
  const {exitCode, text} = explain(error);
  terminal.tell(text);
  process.exitCode = exitCode;
}
