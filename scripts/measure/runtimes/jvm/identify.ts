import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {askProgram} from "../programs.js";
import type {RuntimeHandle} from "../runtime.js";
import {program} from "./homes.js";

/** The harness and the twins are written in the Java of this version. */
const LEAST_MAJOR = 17;

const VECTOR_API = "jdk.incubator.vector";

/**
 * The system hands out memory page by page, when it is first written to. A program that runs for minutes has paid for
 * that; a fork would pay for it in every batch until the first collection, and text in a StringBuilder took JDK 17 and
 * 25 up to twice the time. So the heap has a first size that does not depend on the machine, and is written to before
 * the fork begins. The collector, the largest heap and the compilers are what Java chooses for this machine.
 */
const HEAP_FLAGS = ["-Xms256m", "-XX:+AlwaysPreTouch"];

/**
 * The Vector API is a module in incubation, which has to be asked for. All forks have it, so that all run in the same
 * virtual machine.
 */
const VECTOR_FLAGS = [`--add-modules=${VECTOR_API}`];

/** What is known of a Java. */
interface Facts {
  /** "17.0.15" */
  readonly version: string;
  /** "OpenJDK 64-Bit Server VM 17.0.15+6" */
  readonly engine: string;
  readonly modules: string;
}

/**
 * What the Java of a home is. Its `release` file says so, mostly; if not, it is started.
 *
 * @param patienceMs for one that has to be started
 * @returns null if it is none, too old, or does not say in time
 */
export async function identifyHome(home: string, patienceMs?: number): Promise<RuntimeHandle | null> {
  const executable = join(home, "bin", program("java"));
  if (!existsSync(executable)) return null;
  const text = await readFile(join(home, "release"), "utf8").catch(() => "");
  const facts = factsOf(propertiesOf(text)) ?? (await askedFacts(executable, text, patienceMs));
  if (facts === null || !(majorOf(facts) >= LEAST_MAJOR)) return null;
  const flags = [...HEAP_FLAGS, ...(facts.modules.split(" ").includes(VECTOR_API) ? VECTOR_FLAGS : [])];
  return {name: "jvm", version: facts.version, engine: facts.engine, flags, executable, args: flags};
}

/** 17 of "17.0.15", 25 of "25-ea". */
export function majorOf({version}: {readonly version: string}): number {
  return Number.parseInt(version, 10);
}

export function hasVectorApi({flags}: RuntimeHandle): boolean {
  return flags.includes(VECTOR_FLAGS[0]!);
}

/** `NAME="value"` on each line. */
function propertiesOf(release: string): ReadonlyMap<string, string> {
  const lines = release.matchAll(/^([A-Z_]+)="([^"\n]*)"\s*$/gm);
  return new Map([...lines].map(([, name, value]) => [name!, value!]));
}

/**
 * The builds of OpenJDK call their machine by one name. Oracle's have one of two names, GraalVM's and OpenJ9's others:
 * these have to be asked.
 */
function factsOf(release: ReadonlyMap<string, string>): Facts | null {
  const version = release.get("JAVA_VERSION");
  const full = release.get("JAVA_RUNTIME_VERSION");
  const maker = release.get("IMPLEMENTOR") ?? "Oracle Corporation";
  const hotspot = (release.get("JVM_VARIANT") ?? "Hotspot") === "Hotspot" && !release.has("GRAALVM_VERSION");
  if (version === undefined || full === undefined || maker.startsWith("Oracle") || !hotspot) return null;
  const bits = /64$|s390x|ppc64/.test(release.get("OS_ARCH") ?? "") ? " 64-Bit" : "";
  return {version, engine: `OpenJDK${bits} Server VM ${build(full)}`, modules: release.get("MODULES") ?? ""};
}

async function askedFacts(executable: string, release: string, patienceMs?: number): Promise<Facts | null> {
  const said = await askProgram(executable, ["-XshowSettings:properties", "-version"], patienceMs);
  const of = (name: string) =>
    new RegExp(`^\\s+${name.replaceAll(".", "\\.")} = (.+)$`, "m").exec(said?.stderr ?? "")?.[1]?.trim();
  const [version, machine, full] = [of("java.version"), of("java.vm.name"), of("java.vm.version")];
  if (version === undefined || machine === undefined || full === undefined) return null;
  return {version, engine: `${machine} ${build(full)}`, modules: propertiesOf(release).get("MODULES") ?? ""};
}

/** "17.0.15+6" of "17.0.15+6-Debian-1deb12u1". */
function build(full: string): string {
  return /^[\d._]+(?:\+\d+)?/.exec(full)?.[0] ?? full;
}
