import type {CompiledMethod} from "#lib/evidence/evidence.js";

/** `2731  488       4       Lab::readProperty (31 bytes)`: milliseconds, number, marks, level, method. */
const COMPILATION = /^\s*(\d+)\s+\d+\s+[%sb!n ]*?([0-4])\s+(\S+::\S+)(?: @ \d+)? \(\d+ bytes\)\s*(.*)$/;
/** `  @ 14   Lab$Point::x (0 bytes)   failed to inline: virtual call`. */
const CALL = /^\s*@ \d+\s+(\S+::.*)$/;
const WRITER = /^<writer thread='(\d+)'\/>/;
/** What the compilers say of a call that is none any more. */
const INLINED = /^(?:inline\b|accessor\b|\(intrinsic\)|force inline)/;
/** Their names are addresses, or numbers that differ from run to run. */
const MADE_WHILE_RUNNING = /LambdaForm|0x[0-9a-f]+|^java\/lang\/invoke|^java\.lang\.invoke/;
const MOST_CALLS = 20;
/** A method that does next to nothing is compiled at this level for good. */
const TRIVIAL = 1;
const LEVEL_OF_C2 = 4;

interface Compilation {
  readonly method: string;
  readonly level: number;
  readonly calls: Map<string, string>;
}

/**
 * The methods of a lab that HotSpot compiled, each as it was compiled last at the highest level that it reached, from
 * what -XX:+PrintCompilation and -XX:+PrintInlining wrote to a log. Checked with JDK 17 and 25.
 *
 * @param classes the lab's own, by the names of their files
 * @param since only what was compiled from this many milliseconds on
 */
export function compiledMethods(log: string, classes: readonly string[], since: number): CompiledMethod[] {
  const best = new Map<string, Compilation>();
  for (const compilation of compilationsIn(log, since)) {
    const {method, level} = compilation;
    if (isOwn(method, classes) && level !== TRIVIAL && isBetter(compilation, best.get(method))) {
      best.set(method, compilation);
    }
  }
  return [...best.values()].map(({method, level, calls}) => ({
    method: plain(method),
    tier: level === LEVEL_OF_C2 ? "C2" : "C1",
    inlined: [...calls].flatMap(([callee, why]) => (INLINED.test(why) ? [plain(callee)] : [])).slice(0, MOST_CALLS),
    refused: [...calls]
      .flatMap(([callee, why]) => (INLINED.test(why) ? [] : [{method: plain(callee), why: reasonOf(why)}]))
      .slice(0, MOST_CALLS)
  }));
}

/** A compiler prints a method when it begins and the calls when it ends; its thread tells what belongs together. */
function compilationsIn(log: string, since: number): Compilation[] {
  const [all, current]: [Compilation[], Map<string, Compilation | null>] = [[], new Map()];
  let writer = "";
  for (const line of log.split(/\r?\n/)) {
    writer = WRITER.exec(line)?.[1] ?? writer;
    const [, ms, level, method, remark = ""] = COMPILATION.exec(line) ?? [];
    if (method !== undefined && !remark.includes("made")) {
      const compilation = Number(ms) < since ? null : {method, level: Number(level), calls: new Map<string, string>()};
      current.set(writer, compilation);
      if (compilation !== null) all.push(compilation);
    }
    for (const [callee, why] of callsIn(line)) current.get(writer)?.calls.set(callee, why);
  }
  return all;
}

/** JDK 25 tells of all receivers of a call in one line, and beside them of the notes that they are taken from. */
function callsIn(line: string): [callee: string, why: string][] {
  const [, calls] = CALL.exec(line) ?? [];
  return (calls ?? "").split(/\s+callee changed to\s+/).flatMap((text): [string, string][] => {
    const [, callee, why = ""] = /^(\S+::\S+) \([^)]*\)\s+(.*)$/.exec(text) ?? [];
    if (callee === undefined || why.includes("TypeProfile") || MADE_WHILE_RUNNING.test(callee)) return [];
    return [[callee, withoutEscapes(why)]];
  });
}

/** A compilation without calls may have been under way when the process ended: one that told of them tells more. */
function isBetter({level, calls}: Compilation, than: Compilation | undefined): boolean {
  if (than === undefined || level !== than.level) return level > (than?.level ?? 0);
  return calls.size > 0 || than.calls.size === 0;
}

function isOwn(method: string, classes: readonly string[]): boolean {
  const [owner = ""] = method.split("::");
  return !owner.includes("$$Lambda") && classes.includes(owner.split("$")[0]!);
}

function reasonOf(why: string): string {
  return why.replace(/^failed to inline:\s*/, "").trim();
}

/** Java's way to write a method, and no address of a class that was made while running. */
function plain(method: string): string {
  return withoutEscapes(method)
    .replaceAll("/", ".")
    .replace(/\$\$Lambda[^:]*/, "$lambda")
    .replace("::", ".");
}

/** The log is XML. */
function withoutEscapes(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
