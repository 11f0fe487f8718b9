import {existsSync} from "node:fs";
import {cp, mkdir, readFile, rm} from "node:fs/promises";
import {basename, delimiter, join, relative} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {ReaderError} from "../../errors.js";
import {HARNESS} from "../../measure/runtimes/jvm/harness.js";
import {hashOf, type Source, sourcesIn} from "../../measure/runtimes/jvm/sources.js";
import {findPrograms} from "../../measure/runtimes/programs.js";
import type {RuntimeHandle} from "../../measure/runtimes/runtime.js";
import {PEERS} from "../../store.js";
import {measuredBy} from "./measured-by.js";
import type {Peer, PeerOptions, PeerRequest} from "./peer.js";
import {runTool} from "./run-tool.js";

/** The benchmark, and what Maven is to fetch. */
const PROJECT = fileURLToPath(new URL("jmh/", import.meta.url));
const POM = join(PROJECT, "pom.xml");
const SETTINGS = "-f 1 -wi 4 -w 200ms -i 5 -r 100ms -foe true";
const TIMEOUT_MS = 120_000;
const INSTALL_MS = 600_000;

/**
 * JMH, with a benchmark that calls variants of compiled labs.
 *
 * @throws ReaderError that names the way to get what is missing
 */
export async function jmh(handle: RuntimeHandle, {install, signal, say}: PeerOptions): Promise<Peer> {
  const sources = [...(await sourcesIn(PROJECT)), ...(await sourcesIn(HARNESS))];
  const project = {file: POM, text: await readFile(POM, "utf8")};
  const folder = join(PEERS, `jmh-${hashOf([project, ...sources]).slice(0, 12)}`);
  const classes = join(folder, "target/classes");
  if (!existsSync(classes)) {
    if (!install) throw new ReaderError("JMH: not installed", "to get it by Maven: npm run bench:twins -- --install");
    say(`JMH: Maven fetches it into ${relative(process.cwd(), PEERS)}`);
    await compile(folder, sources, signal);
  }
  const modules = handle.flags.filter((flag) => flag.startsWith("--add-modules="));
  const path = [classes, join(classes, "*")].join(delimiter);
  return {
    settings: SETTINGS,
    measure: (request) =>
      measuredBy((file) =>
        runTool([handle.executable, ...modules, "-cp", path, "org.openjdk.jmh.Main", ...argumentsFor(request, file)], {
          timeoutMs: TIMEOUT_MS,
          signal
        })
      )
  };
}

async function compile(folder: string, sources: readonly Source[], signal: AbortSignal): Promise<void> {
  const [maven] = await findPrograms(["mvn"], []);
  if (maven === undefined) throw new ReaderError("JMH comes by Maven, and mvn was not found", "sudo apt install maven");
  const into = join(folder, "src/main/java/hotpath");
  await mkdir(into, {recursive: true});
  await cp(POM, join(folder, "pom.xml"));
  for (const {file} of sources) await cp(file, join(into, basename(file)));
  try {
    const repository = `-Dmaven.repo.local=${join(PEERS, "maven")}`;
    await runTool([maven, "-B", "-q", repository, "compile"], {cwd: folder, timeoutMs: INSTALL_MS, signal});
  } catch (error) {
    await rm(folder, {recursive: true, force: true});
    throw error;
  }
}

function argumentsFor({lab, variant, size, seed, text}: PeerRequest, file: string): string[] {
  const parameters = Object.entries({lab: lab.path, variant, size, seed}).flatMap(([name, value]) => [
    "-p",
    `${name}=${value}`
  ]);
  const benchmark = `hotpath.TwinBenchmark.${text ? "text" : "number"}$`;
  return [benchmark, ...SETTINGS.split(" "), ...parameters, "-rf", "json", "-rff", file];
}
