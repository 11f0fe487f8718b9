import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {builtinModules} from "node:module";
import {basename, dirname, extname, relative, resolve} from "node:path";
import {type BuildFailure, build, type Metafile, type PartialMessage, type Plugin} from "esbuild";
import wabt from "wabt";
import {ReaderError} from "../errors.js";
import {shownPath} from "../shown-path.js";
import {labFile, labNames, ROOT, writeCompiled} from "../store.js";
import {keepConstants} from "./keep-constants.js";

/** A lab, ready for a runtime. */
export interface CompiledLab {
  /** Short name, for files and tables. */
  readonly name: string;
  /** The file that it was made from. */
  readonly source: string;
  /** What a child of the runtime is given as `lab` in its question. */
  readonly path: string;
  /** SHA-256 of all that decides what is timed, the measuring code with it; hexadecimal. */
  readonly hash: string;
}

/** A lab as JavaScript runtimes run it: one plain module that exports `describe()` and `measureFork(request, host)`. */
export interface LabModule extends CompiledLab {
  readonly text: string;
}

/**
 * Bundles a lab and the measuring code with esbuild: names are not kept, nothing is minified and constants stay
 * constants, so that kernels run as they were written. Under tsx, which keeps names, closures cost many times as much.
 *
 * @param source path of a file whose default export is a lab
 * @throws ReaderError if the file is missing or does not compile
 */
export async function compileLab(source: string): Promise<LabModule> {
  const file = resolve(source);
  const text = await bundle(labEntry(file), file);
  const name = await labName(file);
  const hash = createHash("sha256").update(text).digest("hex");
  return {name, source: file, path: await writeCompiled(`${name}-${hash.slice(0, 12)}.mjs`, text), text, hash};
}

/** What is bundled for a lab: the lab and the measuring code. */
export function labEntry(file: string): string {
  const commons = (module: string) => JSON.stringify(resolve(ROOT, "docs/lib", module));
  return `import lab from ${JSON.stringify(file)};
import {describeLab} from ${commons("describe-lab.ts")};
import {measureFork as measure} from ${commons("measure.ts")};
export const describe = () => describeLab(lab);
export const measureFork = (request, host) => measure(lab, request, host);`;
}

/** Compiles what a child process runs around a lab. @returns the path of the module */
export function compileChild(): Promise<string> {
  return compileModule("scripts/measure/child.ts", "child");
}

/**
 * Compiles a module of ours as labs are compiled.
 *
 * @param source path from the project's folder
 * @param name what the compiled file's name begins with
 * @returns its path
 */
export async function compileModule(source: string, name: string): Promise<string> {
  const file = resolve(ROOT, source);
  const text = await bundle(`import ${JSON.stringify(file)};`, file);
  const hash = createHash("sha256").update(text).digest("hex");
  return writeCompiled(`${name}-${hash.slice(0, 12)}.mjs`, text);
}

async function bundle(contents: string, file: string): Promise<string> {
  try {
    const {outputFiles, metafile} = await build({
      stdin: {contents, resolveDir: ROOT, sourcefile: "entry.js"},
      absWorkingDir: ROOT,
      bundle: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      target: "es2022",
      keepNames: false,
      external: ["node:*", ...builtinModules],
      metafile: true,
      write: false,
      logLevel: "silent",
      tsconfigRaw: {},
      plugins: [webAssemblyText]
    });
    if (exportsNothing(metafile, file)) throw noDefaultExport(file);
    const text = keepConstants(outputFiles[0]!.text);
    if (text.includes("__name(")) throw keptNames(file);
    return text;
  } catch (error) {
    if (isBuildFailure(error)) throw refusalOf(error, file);
    throw error;
  }
}

/** Assembles `.wat` files beside a lab. */
const webAssemblyText: Plugin = {
  name: "webassembly-text",
  setup(pluginBuild) {
    pluginBuild.onLoad({filter: /\.wat$/}, async ({path}) => {
      const {parseWat} = await wabt();
      try {
        const module = parseWat(basename(path), await readFile(path, "utf8"), {simd: true});
        return {contents: module.toBinary({}).buffer, loader: "binary"};
      } catch (error) {
        return {errors: [assemblerError(error as Error, path)]};
      }
    });
  }
};

/** wabt says "parseWat failed:", then "sum.wat:3:5: error: unexpected token". */
function assemblerError({message}: Error, path: string): PartialMessage {
  const [, line = "1", column = "1", text = message] = /:(\d+):(\d+): error: (.*)/.exec(message) ?? [];
  return {text, location: {file: relative(ROOT, path), line: Number(line), column: Number(column) - 1}};
}

/** The folder's name for `…/strings/lab.ts`, else the file's; never the name of another core lab. */
export async function labName(file: string): Promise<string> {
  const stem = basename(file, extname(file));
  const name =
    (stem === "lab" ? basename(dirname(file)) : stem).replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^[-_]+/, "") || "lab";
  const taken = (await labNames()).includes(name) && labFile(name) !== file;
  return (taken ? `${name}-by-path` : name).slice(0, 80);
}

function keptNames(file: string): ReaderError {
  return new ReaderError(`${shownPath(file)}: the text contains "__name("`, [
    "it was compiled with kept names, which makes every closure slow: give the source instead"
  ]);
}

/** A script: neither a module nor CommonJS. */
function exportsNothing({inputs}: Metafile, file: string): boolean {
  const input = Object.entries(inputs).find(([path]) => resolve(ROOT, path) === file)?.[1];
  return input !== undefined && input.format === undefined && /\.[cm]?[jt]sx?$/.test(file);
}

function noDefaultExport(file: string): ReaderError {
  return new ReaderError(`${shownPath(file)}: expected a default export: the lab`);
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);
}

function refusalOf({errors}: BuildFailure, file: string): ReaderError {
  const [first] = errors;
  const where = first?.location;
  if (first === undefined || where === null || where === undefined || where.file === "entry.js") {
    if (first?.text.includes("No matching export")) return noDefaultExport(file);
    const missing = first?.text.includes("Could not resolve");
    const unread = existsSync(file) ? "expected a file, got a folder" : "no such file";
    return new ReaderError(`${shownPath(file)}: ${missing ? unread : (first?.text ?? "does not compile")}`);
  }
  const place = shownPath(resolve(ROOT, where.file));
  return new ReaderError(`${place}:${where.line}:${where.column + 1}: ${first.text}`);
}
