import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {closest} from "fastest-levenshtein";
import {ReaderError} from "../../errors.js";
import {sameRuntime} from "../../store.js";
import {type Chosen, type Found, findRuntimes, identifyProgram} from "./find-runtimes.js";
import {KINDS, kindNamed} from "./kinds.js";
import {node, nodeRuntime} from "./node.js";
import {findPrograms} from "./programs.js";
import type {RuntimeHandle, RuntimeKind} from "./runtime.js";

/** The Node.js that runs this: what is measured when nothing else is asked for. */
export function thisNode(): Chosen {
  return {kind: node, handle: nodeRuntime(), required: true};
}

/**
 * The runtimes that `--with` names: "node" is the one that runs this, "python" the reader's own, "bun" the newest Bun,
 * "node@20" the newest Node 20, "all" one of every kind and of every major version of Node.js.
 *
 * @param say told of each kind that "all" does not find
 * @returns each once, in the order in which they were named
 * @throws ReaderError that names the way to get it, if one that was named is not there
 */
export async function chooseRuntimes(
  wanted: readonly string[],
  say: (line: string) => void,
  kinds: readonly RuntimeKind[] = KINDS
): Promise<Chosen[]> {
  const specs = wanted.map((text) => (text === "all" ? "all" : parseSpec(text, kinds)));
  const needed = specs.includes("all") ? kinds : kinds.filter((kind) => specs.some((spec) => specIs(spec, kind)));
  const found = await findRuntimes(needed);
  const chosen = specs.flatMap((spec) => (spec === "all" ? newestOfAll(found, say) : [newestOf(spec, found)]));
  const first = ({handle}: Chosen) => chosen.findIndex((other) => sameRuntime(other.handle, handle));
  return chosen.filter((one, index) => first(one) === index);
}

/**
 * The runtime that `--runtime` names by its path.
 *
 * @throws ReaderError if it does not start, or is none that can measure
 */
export async function runtimeAt(executable: string): Promise<Chosen> {
  const file = /[\\/]/.test(executable) ? resolve(executable) : (await findPrograms([executable], []))[0];
  if (file === undefined || !existsSync(file)) throw new ReaderError(`--runtime: no such program: ${executable}`);
  const chosen = await identifyProgram(file);
  if (chosen !== null) return chosen;
  throw new ReaderError(`--runtime: expected a runtime that can measure, got ${executable}`, [
    `give the path of one of these: ${KINDS.map(({name}) => name).join(", ")}`,
    "`lab runtimes` shows those that are found, and `--with` takes their names"
  ]);
}

/** A runtime as it is named: `node@20`. */
export interface Spec {
  readonly kind: RuntimeKind;
  /** The beginning of a version, up to a full stop; null for any. */
  readonly version: string | null;
}

/** @throws ReaderError that names the nearest kind */
export function parseSpec(text: string, kinds: readonly RuntimeKind[] = KINDS): Spec {
  const [, name = text, version = null] = /^([^@]+)@v?(\d[\w.+-]*)$/.exec(text) ?? [];
  const kind = kindNamed(name, kinds);
  if (kind !== undefined) return {kind, version};
  const names = kinds.map((known) => known.name);
  const example = text.includes("@") && kindNamed(text.split("@")[0]!, kinds) !== undefined;
  throw new ReaderError(`no runtime ${text}`, [
    example ? "a version is a number, as in node@26" : `did you mean ${closest(text, names)}?`,
    `there are: ${names.join(", ")}`
  ]);
}

/** Whether a version is the one that was asked for, or begins with it: 26.10.0 with 26, but not with 2. */
export function versionMatches(version: string, wanted: string | null): boolean {
  return wanted === null || (version.startsWith(wanted) && !/^\w/.test(version.slice(wanted.length)));
}

function specIs(spec: Spec | "all", kind: RuntimeKind): boolean {
  return spec !== "all" && spec.kind === kind;
}

function newestOfAll(found: readonly Found[], say: (line: string) => void): Chosen[] {
  return found.flatMap(({kind, handles}) => {
    if (handles.length === 0) say(`${kind.name}: not found, so it is left out; to get it: ${kind.install}`);
    const majors = handles.map(({version}) => Number.parseInt(version, 10));
    const newest = (index: number) => (kind.name === "node" ? majors.lastIndexOf(majors[index]!) : handles.length - 1);
    const chosen = handles.filter((_, index) => index === newest(index));
    return chosen.map((handle) => ({kind, handle, required: false}));
  });
}

function newestOf({kind, version}: Spec, found: readonly Found[]): Chosen {
  const {handles} = found.find((one) => one.kind === kind)!;
  const own = kind === node && version === null ? nodeRuntime() : undefined;
  const handle = own ?? handles.filter((one) => versionMatches(one.version, version)).at(-1);
  if (handle === undefined) throw missing({kind, version}, handles);
  return {kind, handle, required: true};
}

function missing({kind, version}: Spec, handles: readonly RuntimeHandle[]): ReaderError {
  const wanted = version === null ? kind.name : `${kind.name}@${version}`;
  const ours = kind.install.startsWith("lab ");
  return new ReaderError(`--with: ${wanted} was not found on this machine`, [
    ...(handles.length > 0 ? [`there are: ${handles.map((one) => `${kind.name}@${one.version}`).join(", ")}`] : []),
    `to get it: ${ours && version !== null ? `${kind.install}@${version}` : kind.install}`
  ]);
}
