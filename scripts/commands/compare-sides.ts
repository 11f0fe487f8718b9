import {basename, dirname} from "node:path";
import type {Side} from "#lib/compare-sides.js";
import type {Result, Run} from "#lib/result.js";
import {tellingFlags} from "#lib/telling-flags.js";
import {ReaderError} from "../errors.js";
import {isImported} from "../report/read-all.js";
import {localFiles, readStored, referenceFiles} from "../store.js";
import {storedFile} from "./stored-file.js";

/** Sides that are compared with each other alone: of one runtime, where the arguments hold several. */
export interface Stratum {
  /** The runtime and its major version; empty if there is only this stratum. */
  readonly label: string;
  readonly sides: readonly Side[];
}

type SideRun = Side["runs"][number];

/**
 * The sides that arguments mean. One argument is taken apart by its runtimes and machines; several that hold more
 * than one runtime are compared runtime by runtime.
 *
 * @throws ReaderError if an argument means nothing, or there are not two sides
 */
export async function strataOf(args: readonly string[]): Promise<Stratum[]> {
  const given = await Promise.all(args.map(readSide));
  if (given.length === 1) return [checked("", environmentsIn(given[0]!))];
  if (given.every(({runs}) => majorsOf(runs).length <= 1)) return [checked("", given)];
  const shared = majorsOf(given[0]!.runs).filter((major) => given.every(({runs}) => majorsOf(runs).includes(major)));
  if (shared.length === 0) throw nothingShared(given);
  return shared.map((major) => {
    const only = given.map((side) => ({...side, runs: side.runs.filter(({run}) => majorOf(run) === major)}));
    return checked(shared.length > 1 ? major : "", only);
  });
}

async function readSide(argument: string): Promise<Side> {
  const {what, filter} = partsOf(argument);
  const stored = await Promise.all((await filesOf(what)).map(readStored));
  const imported = stored.filter(isImported);
  const runs = stored.flatMap((one) => (isImported(one) ? [] : runsOf(one)));
  if (filter === "") return {name: argument, runs, imported};
  const chosen = runs.filter(({run}) => passes(run, filter));
  if (chosen.length > 0) return {name: argument, runs: chosen, imported: []};
  const there = new Set(
    runs.map(({run: {runtime, started}}) => `${runtime.name}@${runtime.version}, ${started.slice(0, 10)}`)
  );
  throw new ReaderError(`${argument}: no run of ${filter}`, `there are: ${[...there].join("; ") || "none"}`);
}

function runsOf({lab, machine, runs}: Result): SideRun[] {
  return runs.filter(({forks}) => forks.length > 0).map((run) => ({lab, machine, run}));
}

/** `strings:node@24`: what stands after the last colon is a runtime or a day, if it looks like one. */
function partsOf(argument: string): {what: string; filter: string} {
  const match = /^(.+):([a-z][a-z0-9_-]*(?:@[\w.-]+)?|\d{4}-\d\d(?:-\d\d)?)$/.exec(argument);
  return match === null ? {what: argument, filter: ""} : {what: match[1]!, filter: match[2]!};
}

async function filesOf(what: string): Promise<string[]> {
  const committed = await referenceFiles();
  if (what === "reference" && committed.length > 0) return committed;
  if (what === "local") return ownFiles();
  const ofMachine = committed.filter((file) => basename(dirname(file)) === what);
  return ofMachine.length > 0 ? ofMachine : [storedFile(what)];
}

async function ownFiles(): Promise<string[]> {
  const files = await localFiles();
  if (files.length > 0) return files;
  throw new ReaderError("local: nothing has been measured here yet", "`lab run all --quick` measures every lab");
}

function passes({runtime: {name, version}, started}: Run, filter: string): boolean {
  if (/^\d{4}-/.test(filter)) return started.startsWith(filter);
  const [wanted, number] = filter.split("@");
  return name === wanted && (number === undefined || `${version}.`.startsWith(`${number}.`));
}

function majorOf({runtime: {name, version}}: Run): string {
  return `${name} ${/\d+/.exec(version)?.[0] ?? version}`;
}

function majorsOf(runs: readonly SideRun[]): string[] {
  return [...new Set(runs.map(({run}) => majorOf(run)))];
}

function nothingShared(given: readonly Side[]): ReaderError {
  const [first] = given.map(({name, runs}) => `${name}:${(majorsOf(runs)[0] ?? "node").replace(" ", "@")}`);
  return new ReaderError("lab compare: the sides share no runtime", [
    ...given.map(({name, runs}) => `${name} holds ${majorsOf(runs).join(", ") || "no runs of ours"}`),
    `name one runtime of each after a colon, such as ${first}`
  ]);
}

/** The runtimes and machines in one argument, each a side of its own. */
function environmentsIn({name, runs, imported}: Side): Side[] {
  const machines = new Set(runs.map(({machine}) => machine.id));
  const sides = new Map<string, SideRun[]>();
  for (const each of runs) {
    const {runtime} = each.run;
    const where = machines.size > 1 ? ["on", each.machine.id] : [];
    const key = [runtime.name, runtime.version, ...tellingFlags(runtime), ...where].join(" ");
    sides.set(key, [...(sides.get(key) ?? []), each]);
  }
  if (sides.size >= 2) return [...sides].map(([key, own]) => ({name: key, runs: own, imported: []}));
  const what = imported.length > 0 ? "what one tool has measured" : "one runtime on one machine";
  throw new ReaderError(`${name}: is ${what}, and a comparison needs two sides`, "name another file, lab or machine");
}

function checked(label: string, sides: readonly Side[]): Stratum {
  for (const {name, runs} of sides) {
    const labs = runs.map(({lab}) => lab);
    const twice = labs.find((lab, index) => labs.indexOf(lab) !== index);
    if (twice === undefined) continue;
    throw new ReaderError(`${name}: holds ${twice} twice${label === "" ? "" : ` for ${label}`}`, [
      "name a machine, or after a colon a version or a day, so that one run of each lab is left"
    ]);
  }
  return {label, sides};
}
