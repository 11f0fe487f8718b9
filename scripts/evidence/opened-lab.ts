import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {relative, resolve} from "node:path";
import {originalPositionFor, TraceMap} from "@jridgewell/trace-mapping";
import {build, type Plugin} from "esbuild";
import type {EvidencePlace} from "#lib/evidence/evidence.js";
import {type CompiledLab, compileLab, labEntry} from "../measure/compile.js";
import {ROOT, writeCompiled} from "../store.js";

/** A lab as the runner compiles it, that also hands over the lab itself, and knows where its lines come from. */
export interface OpenedLab {
  /** As it is timed. */
  readonly compiled: CompiledLab;
  /** A module that exports `lab` beside what every compiled lab exports. */
  readonly path: string;
  /** The lab's own files, as paths from the project's folder. */
  readonly files: readonly string[];
  /** Where code of the module stands in the lab's own files; null for code that is not the lab's. From 1. */
  place(line: number, column: number): EvidencePlace | null;
}

/** What is never the lab's own. */
const COMMONS = "docs/lib/";

/**
 * Opens a lab: the text is the one that is timed, with one line more at its end.
 *
 * @throws ReaderError if the file is missing or does not compile
 */
export async function openLab(source: string): Promise<OpenedLab> {
  const compiled = await compileLab(source);
  const {name, text, hash, source: file} = compiled;
  const {map, lines, files} = await mapOf(file);
  const opened = `${text}\nexport {${nameOfLab(text)} as lab};\n`;
  const path = await writeCompiled(`${name}-${hash.slice(0, 12)}-opened.mjs`, opened);
  const timed = text.split("\n");
  return {
    compiled,
    path,
    files,
    place(line, column) {
      const [now, before] = [timed[line - 1], lines[line - 1]];
      if (now === undefined || before === undefined || !sameLine(now, before)) return null;
      const shift = now.length - before.length;
      const original = originalPositionFor(map, {line, column: Math.max(0, column - 1 - shift)});
      const from = original.source === null ? null : fromRoot(original.source);
      return from !== null && files.includes(from) ? {file: from, line: original.line!} : null;
    }
  };
}

/** SHA-256 of files, in hexadecimal: evidence about other texts is stale. */
export function hashOfFiles(files: readonly string[]): string | null {
  const hash = createHash("sha256");
  try {
    for (const file of files) hash.update(`${file}\n`).update(readFileSync(resolve(ROOT, file)));
  } catch {
    return null;
  }
  return hash.digest("hex");
}

function fromRoot(file: string): string {
  return relative(ROOT, resolve(ROOT, file)).replaceAll("\\", "/");
}

/** `compileLab` writes `const` where esbuild wrote `var`, and nothing else; what was assembled may differ. */
function sameLine(now: string, before: string): boolean {
  return now === before || (now.startsWith("const ") && now.slice("const ".length) === before.slice("var ".length));
}

/** The bundle of `compileLab` once more, for the sake of its source map. */
async function mapOf(file: string) {
  const {outputFiles, metafile} = await build({
    stdin: {contents: labEntry(file), resolveDir: ROOT, sourcefile: "entry.js"},
    absWorkingDir: ROOT,
    outdir: ROOT,
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    external: ["node:*"],
    write: false,
    sourcemap: "external",
    metafile: true,
    logLevel: "silent",
    tsconfigRaw: {},
    plugins: [anyBinary]
  });
  const [map, text] = [".map", ".js"].map((end) => outputFiles.find(({path}) => path.endsWith(end))!.text);
  const files = Object.keys(metafile.inputs)
    .map(fromRoot)
    .filter((input) => input !== "entry.js" && !input.startsWith(COMMONS));
  return {map: new TraceMap(map!), lines: text!.split("\n"), files: files.sort()};
}

/** Lines stay where they are, whatever the bytes are. */
const anyBinary: Plugin = {
  name: "any-binary",
  setup(pluginBuild) {
    pluginBuild.onLoad({filter: /\.wat$/}, () => ({contents: "", loader: "binary"}));
  }
};

function nameOfLab(text: string): string {
  const [, name] = /\bdescribeLab\w*\(([^()\s]+)\);?\s*$/m.exec(text.slice(text.lastIndexOf("// entry.js"))) ?? [];
  if (name === undefined) throw new Error("a compiled lab no longer says which of its values is the lab");
  return name;
}
