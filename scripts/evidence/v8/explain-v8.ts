import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {type CellEvidence, checkCell, type Deoptimisation, type Site} from "#lib/evidence/evidence.js";
import {kindOf} from "#lib/kind-of.js";
import type {CodePlace, V8Log} from "#lib/profile/v8-log/v8-log.js";
import {V8LogReader} from "#lib/profile/v8-log/v8-log-reader.js";
import type {LabDescription} from "#lib/result.js";
import {settingsFor} from "#lib/settings.js";
import {ask, type ChildOptions} from "../../measure/ask.js";
import type {Cell} from "../../measure/plan.js";
import {ROOT} from "../../store.js";
import type {OpenedLab} from "../opened-lab.js";

const CHILD = join(ROOT, "scripts/evidence/v8/child.js");
const FLAGS = ["--allow-natives-syntax", "--log-deopt", "--log-ic", "--log-code", "--no-logfile-per-isolate"];
const MARK = "the input of the variant is ready";
/** Deoptimisations that say something of the code: others are V8's housekeeping. */
const TELLING: ReadonlySet<string> = new Set(["deopt-eager", "deopt-lazy"]);
/** V8 13 and later leave the code of one compiler in this way for that of the next. */
const HOUSEKEEPING = /^prepare for on stack replacement/i;

/** What child.js answers, as far as it is used here. */
const Told = v.looseObject({tier: v.optional(v.string()), name: v.string()});

/** What V8 tells of one variant: a process of its own runs it as a fork would, and V8 writes a log. */
export async function explainOnV8(
  opened: OpenedLab,
  lab: LabDescription,
  cell: Cell,
  seed: number,
  options: Omit<ChildOptions, "child">
): Promise<CellEvidence> {
  const folder = await mkdtemp(join(tmpdir(), "hotpath-evidence-"));
  try {
    const logfile = join(folder, "v8.log");
    // V8 11 to 13 (Node 20 to 24) also writes a sentence for each deoptimisation, on standard output unless it is sent
    // elsewhere.
    const files = [
      `--logfile=${logfile}`,
      "--redirect-code-traces",
      `--redirect-code-traces-to=${join(folder, "said")}`
    ];
    const runtime = {...options.runtime, args: withV8Flags(options.runtime.args, [...FLAGS, ...files])};
    const {batchNs, ...settings} = settingsFor(kindOf(lab, cell.variant), "standard");
    const request = {...cell, block: 0, order: 0, seed, settings: {...settings, batchNs, samples: 7, patience: 1}};
    const told = await ask({lab: opened.path, request, mark: MARK}, {...options, runtime, child: CHILD});
    const place = `${runtime.executable}: ${cell.variant}`;
    const {tier, name, ...asked} = checkValue(Told, told, place);
    const log = logged(readMarked(await readFile(logfile, "utf8")), opened);
    const own = tier === undefined ? [] : [{function: name, tier}];
    const called = log.tiers.filter((one) => one.function !== name);
    return checkCell({...cell, ...asked, ...log, tiers: [...own, ...called]}, place);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Deno takes flags of V8 in an argument of its own, Node.js as they are. */
function withV8Flags(args: readonly string[], flags: readonly string[]): string[] {
  const own = args.findIndex((argument) => argument.startsWith("--v8-flags="));
  if (own < 0) return [...args, ...flags];
  return args.map((argument, at) => (at === own ? [argument, ...flags].join(",") : argument));
}

/** Reads a log, of which only code counts until the mark: what came before made the input. */
export function readMarked(text: string): V8Log {
  const reader = new V8LogReader();
  let ready = false;
  for (const line of text.split(/\r?\n/)) {
    ready ||= line.startsWith("script-source,") && line.includes(MARK);
    if (ready || !/^(code-deopt|\w+IC),/.test(line)) reader.add(line);
  }
  return reader.result();
}

/** Deoptimisations and sites in the lab's own lines, and the best code that compilers made of its functions. */
function logged({deoptimisations, sites}: V8Log, {path, place}: OpenedLab) {
  const file = pathToFileURL(path).href;
  const placed = (at: CodePlace) => (at.file === file ? place(at.line, at.column) : null);
  const ownSites = sites.flatMap(({place: at, ...site}) => {
    const own = placed(at);
    return own === null ? [] : [{...site, place: own}];
  });
  // A function that was inlined wherever it is called may never have had code of its own.
  const compiled = ownSites.filter(({tier}) => tier !== "interpreter");
  const tiers = new Map(compiled.map(({functionName, tier}) => [functionName, tier]));
  return {
    tiers: [...tiers].map(([name, tier]) => ({function: name, tier})),
    deoptimisations: deoptimisations.flatMap(({kind, reason, places, functionName, count}): Deoptimisation[] => {
      const own = placed(places[0]);
      if (own === null || !TELLING.has(kind) || HOUSEKEEPING.test(reason)) return [];
      return [{kind, reason, place: own, function: functionName ?? "", count}];
    }),
    sites: ownSites.map(({access, property, place: at, functionName, state}): Site => {
      return {access, property, place: at, function: functionName, state};
    })
  };
}
