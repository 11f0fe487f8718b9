import {randomInt} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {seededRandom} from "#lib/random.js";
import {abortOnInterrupt} from "../commands/interrupt.js";
import {explain, ReaderError} from "../errors.js";
import {writeAtomically} from "../files.js";
import {describeMachine} from "../machine.js";
import {alone} from "../measure/lock.js";
import {chooseRuntimes} from "../measure/runtimes/choose.js";
import {shownPath} from "../shown-path.js";
import {formatTable} from "../terminal/table.js";
import {terminal} from "../terminal.js";
import {benchText} from "./bench-text.js";
import {type ProfileOptions, readProfileOptions} from "./profile-options.js";
import type {ProfileBench} from "./profile-result.js";
import {profileRows} from "./profile-table.js";
import {runProfileBench} from "./run-profile-bench.js";

/** Measures the profilers beside others, prints the table and writes it. */
async function main(options: ProfileOptions): Promise<void> {
  const {signal, release} = abortOnInterrupt();
  const bench = await alone(() => measure(options, signal));
  release();
  terminal.progress.end();
  await writeAtomically(options.out, benchText(bench));
  printProfileBench(bench);
  terminal.tell(`${bench.complete ? "written" : "stopped early; written"}: ${shownPath(options.out)}`);
}

async function measure(options: ProfileOptions, signal: AbortSignal): Promise<ProfileBench> {
  const {peers, rounds, minutes = Number.POSITIVE_INFINITY} = options;
  const chosen = await chooseRuntimes(options.with ?? ["node"], (line) => terminal.tell(line));
  const nodes = chosen.filter(({kind}) => kind.name === "node").map(({handle}) => handle);
  if (nodes.length === 0) throw new ReaderError("--with: expected a Node.js", "node, node@20 …");
  const seed = options.seed ?? randomInt(2 ** 32);
  const [start, date] = [performance.now(), new Date().toISOString()];
  const measured = await runProfileBench({
    nodes,
    rounds,
    peers,
    random: seededRandom(seed),
    over: () => signal.aborted || performance.now() - start > minutes * 60_000,
    signal,
    progress: (what) => terminal.progress.show(what)
  });
  return {
    format: 1,
    date,
    machine: await describeMachine(),
    runtimes: nodes.map(({name, version, engine}) => ({name, version, engine})),
    seed,
    seconds: Math.round((performance.now() - start) / 1000),
    tools: peers === undefined ? {} : {"0x": versionIn(peers, "0x"), flame: versionIn(peers, "@platformatic/flame")},
    ...measured
  };
}

function versionIn(folder: string, name: string): string {
  const text = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(text) as {version: string}).version;
}

function printProfileBench(bench: ProfileBench): void {
  const columns = [{title: "Node"}, {title: ""}, {title: "Measured"}, {title: "Goal"}];
  const words = new Map([
    [true, terminal.paint("good", "met")],
    [false, terminal.paint("bad", "not met")]
  ]);
  const rows = profileRows(bench).map(({node, measure, value, met}) => [
    node,
    measure,
    value,
    met === null ? "" : words.get(met)!
  ]);
  for (const line of formatTable(columns, rows, Number.POSITIVE_INFINITY)) terminal.print(line);
  for (const failure of bench.failures) terminal.print(`failed: ${failure}`);
}

try {
  await main(readProfileOptions(process.argv.slice(2)));
} catch (error) {
  terminal.progress.end();
  const {exitCode, text} = explain(error);
  terminal.tell(text);
  process.exitCode = exitCode;
}
