import {existsSync, readFileSync} from "node:fs";
import {basename, dirname, extname, join} from "node:path";
import {ReaderError} from "../../errors.js";

const LANGUAGES: Record<string, string> = {".ts": "ts", ".js": "js", ".py": "python", ".java": "java", ".wat": "wasm"};
/** `// #region name`, or in Python, as its editors fold it, `# region name`. */
const START = /^\s*(?:(?:\/\/|#|;;)\s*#|#\s*)region\s+(\S+)\s*$/;
const END = /^\s*(?:(?:\/\/|#|;;)\s*#|#\s*)endregion\b/;

/** The same lab or program in other languages, beside it. */
const TWINS = ["lab.py", "Lab.java", "app.py", "App.java"];

/** Part of a source file, as a page shows it: without the indentation of its place. */
export interface Source {
  readonly path: string;
  /** Undefined for a whole file. */
  readonly region: string | undefined;
  readonly language: string;
  readonly lines: readonly string[];
}

/**
 * Reads `labs/strings/lab.ts#join`: the lines between `// #region join` and `// #endregion` (`# region join` and
 * `# endregion` in Python), or the whole file.
 *
 * @throws ReaderError that names the regions that exist
 */
export function readSource(address: string): Source {
  const [path = "", region] = address.split("#", 2);
  if (path.startsWith("/") || path.includes("..") || !existsSync(path)) {
    throw new ReaderError(`no file ${path}`, "paths start at the root of the repository");
  }
  const lines = readFileSync(path, "utf8").split("\n");
  const wanted = region === undefined ? withoutMarks(lines) : linesOf(lines, region, path);
  return {path, region, language: LANGUAGES[extname(path)] ?? "text", lines: trim(dedent(wanted))};
}

/** The same region in the Python and the Java of the lab, or in a file of this name, where they are there and have it. */
export function twinsOf({path, region}: Source): Source[] {
  const namesake = `${basename(path, extname(path))}.py`;
  const files = [...new Set([namesake, ...TWINS])].map((file) => join(dirname(path), file).replaceAll("\\", "/"));
  const present = files.filter((file) => region !== undefined && file !== path && regionsIn(file).includes(region));
  return present.map((file) => readSource(`${file}#${region}`));
}

/** Names of the regions of a file; none if there is no such file. */
export function regionsIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return regionNames(readFileSync(path, "utf8").split("\n"));
}

function linesOf(lines: readonly string[], region: string, path: string): string[] {
  const start = lines.findIndex((line) => START.exec(line)?.[1] === region);
  if (start < 0) {
    const names = regionNames(lines).join(", ") || "none";
    throw new ReaderError(`${path} has no region ${region}`, `there are: ${names}`);
  }
  const length = lines.slice(start + 1).findIndex((line) => END.test(line));
  if (length < 0)
    throw new ReaderError(
      `${path}: region ${region} has no end`,
      `add a line ${lines[start]!.trim().replace(/region.*/, "endregion")}`
    );
  return lines.slice(start + 1, start + 1 + length);
}

function regionNames(lines: readonly string[]): string[] {
  return lines.flatMap((line) => START.exec(line)?.[1] ?? []);
}

function withoutMarks(lines: readonly string[]): string[] {
  return lines.filter((line) => !START.test(line) && !END.test(line));
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent).trimEnd());
}

/** Without empty lines at either end. */
function trim(lines: readonly string[]): string[] {
  const text = lines.join("\n").replace(/^\n+|\n+$/g, "");
  return text === "" ? [] : text.split("\n");
}
