import {join} from "node:path";
import process from "node:process";
import {parseArgs} from "node:util";
import {formatInterval, formatRate, formatRatio} from "#lib/units.js";
import {explain, ReaderError} from "../errors.js";
import {writeAtomically} from "../files.js";
import {describeMachine} from "../machine.js";
import {alone} from "../measure/lock.js";
import {chooseRuntimes, runtimeAt} from "../measure/runtimes/choose.js";
import {DATA} from "../store.js";
import {terminal} from "../terminal.js";
import {measureOverhead} from "./overhead/measure-overhead.js";
import {type OverheadBench, type OverheadCell, overheadRows} from "./overhead/overhead-result.js";

const HELP = `Measures what profilers cost, by how often a program calls functions, and writes data/bench/overhead.json.

  npm run bench:overhead -- --with node@20,node@26,python@3.12 [--pyspy PATH_OF_A_PYTHON] [--rounds 7]

  --pyspy   a Python of an environment in which py-spy is installed, and in PATH`;

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      with: {type: "string", default: "node,python"},
      pyspy: {type: "string"},
      rounds: {type: "string", default: "7"},
      help: {type: "boolean"}
    }
  });
  if (values.help) return terminal.print(HELP);
  const rounds = Number(values.rounds);
  if (!(Number.isInteger(rounds) && rounds >= 5)) {
    throw new ReaderError(`--rounds must be a whole number ≥ 5, got ${values.rounds}`, "fewer give no interval");
  }
  const chosen = (await chooseRuntimes(values.with.split(","), () => {})).map(({handle}) => ({handle, pySpy: false}));
  const spied = values.pyspy === undefined ? [] : [{handle: (await runtimeAt(values.pyspy)).handle, pySpy: true}];
  const bench = await alone(async () => {
    const cells: OverheadCell[] = [];
    for (const {handle, pySpy} of [...chosen, ...spied]) {
      cells.push(...(await measureOverhead(handle, {rounds, pySpy, say: (line) => terminal.tell(line)})));
    }
    return {format: 1, date: new Date().toISOString(), machine: await describeMachine(), cells} as OverheadBench;
  });
  await writeAtomically(join(DATA, "bench/overhead.json"), `${JSON.stringify(bench, null, 1)}\n`);
  for (const {tool, runtime, callsPerSecond, ratio, interval} of overheadRows(bench)) {
    const seen = `${formatRatio(ratio)} ${formatInterval(interval)}`;
    terminal.print(`${runtime}  ${tool}  ${formatRate(callsPerSecond)} calls  ${seen}`);
  }
}

main().catch((error: unknown) => {
  const {exitCode, text} = explain(error);
  terminal.tell(text);
  process.exitCode = exitCode;
});
