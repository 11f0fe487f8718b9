import type {Tier} from "#lib/warmup/warmup.js";
import {askProgram} from "../measure/runtimes/programs.js";
import type {RuntimeHandle} from "../measure/runtimes/runtime.js";

/** A tier as a runtime has it, or why it has not. */
export type TierOn = {readonly flags: readonly string[]} | {readonly missing: string};

type Flags = Partial<Record<Tier, readonly string[]>>;

const OF_V8: Flags = {
  interpreter: ["--no-sparkplug", "--no-maglev", "--no-turbofan"],
  baseline: ["--sparkplug", "--no-maglev", "--no-turbofan"],
  maglev: ["--sparkplug", "--maglev", "--no-turbofan"],
  turbofan: ["--sparkplug", "--no-maglev", "--turbofan"]
};

const OF_HOTSPOT: Flags = {
  interpreter: ["-Xint"],
  c1: ["-XX:TieredStopAtLevel=1"],
  c2: ["-XX:-TieredCompilation"]
};

const OF_KIND: ReadonlyMap<string, Flags> = new Map([
  ["node", OF_V8],
  ["deno", OF_V8],
  ["jvm", OF_HOTSPOT]
]);

/** Runs a function hot, and prints the names of the tiers that V8 says it is in. */
const PROBE = `
const sum = (n) => { let t = 0; for (let i = 0; i < n; i++) t += i * i; return t; };
for (const end = performance.now() + 300; performance.now() < end;) sum(500);
const is = (name) => { try { return new Function("f", "return %ActiveTierIs" + name + "(f)")(sum) === true } catch { return false } };
console.log(["Ignition", "Sparkplug", "Maglev", "Turbofan"].filter(is).join());`;

const NAMES: Partial<Record<Tier, string>> = {
  interpreter: "Ignition",
  baseline: "Sparkplug",
  maglev: "Maglev",
  turbofan: "Turbofan"
};

/** The tiers that a kind of runtime may have, without the usual one. */
export function tiersOfKind(kind: string): Tier[] {
  return Object.keys(OF_KIND.get(kind) ?? {}) as Tier[];
}

/**
 * Asks a program whether it has a tier: flags that a version does not know, or knows and ignores, are no tier.
 *
 * @returns the flags that leave it the tier's compiler as the last
 */
export async function tierOn(handle: RuntimeHandle, tier: Tier): Promise<TierOn> {
  if (tier === "default") return {flags: []};
  const flags = OF_KIND.get(handle.name)?.[tier];
  if (flags === undefined) return {missing: `${handle.name} has no tier ${tier}`};
  if (handle.name === "jvm") {
    const started = await askProgram(handle.executable, [...flags, "-version"]);
    return started === null ? {missing: `does not start with ${flags.join(" ")}`} : {flags};
  }
  const told = await askV8(handle, flags);
  if (told === null) return {missing: `does not start with ${flags.join(" ")}`};
  if (told === NAMES[tier]) return {flags};
  return {missing: `with ${flags.join(" ")} its hot code runs in ${told || "a tier that it does not name"}`};
}

/** The handle of a runtime whose processes are started with these flags, and say so. */
export function withFlags(handle: RuntimeHandle, flags: readonly string[]): RuntimeHandle {
  if (flags.length === 0) return handle;
  return {...handle, flags: [...handle.flags, ...flags], args: argsWith(handle, flags)};
}

/** Deno takes V8's flags in one argument. */
function argsWith({name, args}: RuntimeHandle, flags: readonly string[]): readonly string[] {
  if (name !== "deno") return [...args, ...flags];
  return args.map((arg) => (arg.startsWith("--v8-flags=") ? `${arg},${flags.join(",")}` : arg));
}

async function askV8({name, executable}: RuntimeHandle, tier: readonly string[]): Promise<string | null> {
  const flags = ["--allow-natives-syntax", ...tier];
  const args =
    name === "deno" ? ["eval", "--no-config", `--v8-flags=${flags.join(",")}`, PROBE] : [...flags, "-e", PROBE];
  const answer = await askProgram(executable, args);
  return answer === null ? null : answer.stdout.trim();
}
