import type {Source} from "./read-source.js";

/** The name that a function or a method is given, in TypeScript, Python or Java. */
const DECLARED = /\b(?:function|def)\s+(\w+)|\b(\w+)\([^;()]*\)\s*\{/;

/**
 * Which lines of a source are not in another one of the same language: the indexes of those outside of a longest
 * common subsequence. The name of the function that is declared first, and indentation, do not count.
 */
export function differingLines(ours: Source, theirs: Source): Set<number> {
  const [a, b] = [plain(ours), plain(theirs)];
  const common = commonLengths(a, b);
  const differing = new Set<number>();
  for (let i = 0, j = 0; i < a.length; ) {
    if (j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (j < b.length && common[i]![j + 1]! > common[i + 1]![j]!) j++;
    else differing.add(i++);
  }
  return differing;
}

/** `[i][j]`: how many lines a longest common subsequence of `a` from `i` and `b` from `j` has. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({length: a.length + 1}, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}

function plain({lines}: Source): string[] {
  const name = lines.map((line) => DECLARED.exec(line)).find((match) => match !== null);
  const own = name?.[1] ?? name?.[2];
  const plainer = (line: string) => (own === undefined ? line : line.replaceAll(new RegExp(`\\b${own}\\b`, "g"), "…"));
  return lines.map((line) => plainer(line.trim()));
}
