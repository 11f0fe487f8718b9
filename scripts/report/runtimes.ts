import {homedir} from "node:os";
import {join, sep} from "node:path";
import type {Runtime} from "#lib/result.js";
import type {Found} from "../measure/runtimes/find-runtimes.js";
import {shownPath} from "../shown-path.js";
import {RUNTIMES} from "../store.js";
import {printableLine} from "../terminal/printable.js";
import {type Column, formatTable} from "../terminal/table.js";
import {cut} from "../terminal/width.js";
import type {Look} from "./table.js";

/** What `lab runtimes --json` writes. */
export interface RuntimesJson {
  readonly runtimes: readonly (Runtime & {readonly executable: string})[];
  /** Kinds of which there is none, and a command that gets one. */
  readonly missing: readonly {readonly name: string; readonly install: string}[];
}

const columns: readonly Column[] = [
  {title: "runtime"},
  {title: "version"},
  {title: "engine", droppable: 1},
  {title: "program", least: 10}
];

/** Columns of an engine at most; `--json` has all of it. */
const widestEngine = 30;

/** What was found, for other programs. */
export function runtimesJson(found: readonly Found[]): RuntimesJson {
  return {
    runtimes: found.flatMap(({handles}) =>
      handles.map(({name, version, engine, flags, executable}) => ({name, version, engine, flags, executable}))
    ),
    missing: missing(found)
  };
}

/** What was found, and how to get the rest, as lines for a terminal. */
export function runtimesText(found: readonly Found[], look: Look): string[] {
  const {paint} = look;
  const rows = found.flatMap(({handles}) =>
    handles.map(({name, version, engine, executable}) => [
      paint("strong", printableLine(name)),
      printableLine(version),
      cut(printableLine(engine), widestEngine),
      printableLine(shortened(executable))
    ])
  );
  const [titles = "", ...lines] = formatTable(columns, rows, look.columns);
  return [
    paint("quiet", titles),
    ...lines,
    ...missing(found).flatMap(({name, install}, index) => [
      ...(index === 0 ? [""] : []),
      `${paint("unsure", name)} was not found; to get it: ${install}`
    ]),
    ...withoutNumpy(found).map(
      (program) => `${paint("unsure", "python")} has no NumPy; to get it: ${program} -m pip install numpy`
    ),
    "",
    paint("quiet", "lab run --with <runtime>,<runtime@version>,… measures on these; --with all on one of each kind")
  ];
}

function missing(found: readonly Found[]): RuntimesJson["missing"] {
  return found.filter(({handles}) => handles.length === 0).map(({kind: {name, install}}) => ({name, install}));
}

/** The Python that `--with python` means, if it lacks NumPy: what needs it is left out there. */
function withoutNumpy(found: readonly Found[]): string[] {
  const own = found.find(({kind}) => kind.name === "python")?.handles.at(-1);
  return own?.engine.includes("no NumPy") ? [printableLine(shortened(own.executable))] : [];
}

/** The folder of what was added here; other programs from the reader's home. */
function shortened(file: string): string {
  if (file.startsWith(RUNTIMES + sep)) {
    const [folder = ""] = file.slice(RUNTIMES.length + 1).split(sep);
    return shownPath(join(RUNTIMES, folder));
  }
  const home = homedir() + sep;
  return file.startsWith(home) ? `~${sep}${file.slice(home.length)}` : file;
}
