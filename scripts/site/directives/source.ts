import {existsSync, readFileSync} from "node:fs";
import {extname} from "node:path";
import {ReaderError} from "../../errors.js";
import {required} from "../directive.js";
import {escapeHtml} from "../html.js";

const LANGUAGES: Record<string, string> = {".ts": "ts", ".js": "js", ".py": "python", ".java": "java", ".wat": "wasm"};
const START = /^\s*(?:\/\/|#|;;)\s*#region\s+(\S+)\s*$/;
const END = /^\s*(?:\/\/|#|;;)\s*#endregion\b/;

/** Part of a source file, as a page shows it. */
export interface Source {
  readonly text: string;
  readonly language: string;
  readonly caption: string;
}

/**
 * Reads `labs/strings/lab.ts#join`: the lines between `// #region join` and `// #endregion`, or the whole file.
 *
 * @throws ReaderError that names the regions that exist
 */
export function readSource(address: string | undefined): Source {
  const [path = "", region] = required(address, "the file").split("#", 2);
  if (path.startsWith("/") || path.includes("..") || !existsSync(path)) {
    throw new ReaderError(`no file ${path}`, "paths start at the root of the repository");
  }
  const lines = readFileSync(path, "utf8").split("\n");
  const text = region === undefined ? withoutMarks(lines) : linesOf(lines, region, path);
  const language = LANGUAGES[extname(path)] ?? "text";
  return {text: `${dedent(text).join("\n").trim()}\n`, language, caption: `<code>${escapeHtml(path)}</code>`};
}

function linesOf(lines: readonly string[], region: string, path: string): string[] {
  const start = lines.findIndex((line) => START.exec(line)?.[1] === region);
  if (start < 0) {
    const names = lines.flatMap((line) => START.exec(line)?.[1] ?? []);
    throw new ReaderError(`${path} has no region ${region}`, `there are: ${names.join(", ") || "none"}`);
  }
  const length = lines.slice(start + 1).findIndex((line) => END.test(line));
  if (length < 0) throw new ReaderError(`${path}: region ${region} has no end`, "add a line // #endregion");
  return lines.slice(start + 1, start + 1 + length);
}

function withoutMarks(lines: readonly string[]): string[] {
  return lines.filter((line) => !START.test(line) && !END.test(line));
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent));
}
