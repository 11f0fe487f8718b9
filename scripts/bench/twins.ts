import {join} from "node:path";
import process from "node:process";
import {parseArgs} from "node:util";
import {MIN_BLOCKS} from "#lib/stats/paired-ratio.js";
import {abortOnInterrupt} from "../commands/interrupt.js";
import {explain, ReaderError} from "../errors.js";
import {writeAtomically} from "../files.js";
import {describeMachine} from "../machine.js";
import {Interrupted} from "../measure/ask.js";
import {alone} from "../measure/lock.js";
import {chooseRuntimes} from "../measure/runtimes/choose.js";
import {DATA} from "../store.js";
import {formatTable} from "../terminal/table.js";
import {terminal} from "../terminal.js";
import {benchText} from "./bench-text.js";
import {jmh} from "./twins/jmh.js";
import {measureTwins, type Side, type TwinsPlan} from "./twins/measure-twins.js";
import type {PeerOptions} from "./twins/peer.js";
import {pyperf} from "./twins/pyperf.js";
import {TWIN_HEAD, twinTable} from "./twins/twin-table.js";
import type {TwinsBench} from "./twins/twins-result.js";

const HELP = `Holds our figures of twins against JMH's and pyperf's, in one run, and writes data/bench/twins.json.

  npm run bench:twins -- [--with jvm@25,python@3.13] [--blocks 10] [--minutes 8] [--seed 1] [--out FILE] [--install]

  --install   fetches what is missing: JMH with Maven, pyperf with pip, into data/local/peers and nowhere else`;

/** What the kinds of runtime with twins are held against. */
const PEERS = {jvm: jmh, python: pyperf} as const;

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      with: {type: "string", default: "jvm,python"},
      blocks: {type: "string", default: "10"},
      minutes: {type: "string", default: "8"},
      seed: {type: "string", default: "1"},
      out: {type: "string", default: join(DATA, "bench/twins.json")},
      install: {type: "boolean", default: false},
      help: {type: "boolean"}
    }
  });
  if (values.help) return terminal.print(HELP);
  const interrupt = abortOnInterrupt();
  try {
    const limits = {blocks: whole("blocks", values.blocks, MIN_BLOCKS), minutes: whole("minutes", values.minutes, 1)};
    const plan = {...limits, seed: whole("seed", values.seed, 0)};
    const options = {install: values.install, signal: interrupt.signal, say: (line: string) => terminal.tell(line)};
    const bench = await alone(async () => measured(await sidesOf(values.with, options), {...plan, ...options}));
    await writeAtomically(values.out, benchText(bench));
    for (const line of formatTable(TWIN_HEAD, twinTable(bench), terminal.columns)) terminal.print(line);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.tell("interrupted: nothing is kept");
    process.exitCode = 1;
  } finally {
    interrupt.release();
  }
}

async function sidesOf(wanted: string, options: PeerOptions): Promise<Side[]> {
  const sides: Side[] = [];
  for (const runtime of await chooseRuntimes(wanted.split(","), options.say)) {
    const {name} = runtime.handle;
    if (name !== "jvm" && name !== "python") throw new ReaderError(`--with: expected jvm and python, got ${name}`);
    sides.push({runtime, peer: await PEERS[name](runtime.handle, options)});
  }
  return sides;
}

async function measured(
  sides: readonly Side[],
  plan: PeerOptions & Pick<TwinsPlan, "blocks" | "minutes" | "seed">
): Promise<TwinsBench> {
  const started = new Date();
  const machine = await describeMachine();
  const {cells, tools, load} = await measureTwins({...plan, sides});
  const peers = sides.map(({runtime, peer}) => {
    const {name, version, engine, flags} = runtime.handle;
    return {runtime: {name, version, engine, flags}, tool: tools.get(peer)!, settings: peer.settings};
  });
  const seconds = Math.round((Date.now() - started.getTime()) / 1000);
  return {
    format: 1,
    date: started.toISOString(),
    machine,
    load: [...load],
    seed: plan.seed,
    seconds,
    peers,
    cells: [...cells]
  };
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new ReaderError(`--${name} must be a whole number ≥ ${least}, got ${text}`);
}

main().catch((error: unknown) => {
  const {exitCode, text} = explain(error);
  terminal.tell(text);
  process.exitCode = exitCode;
});
