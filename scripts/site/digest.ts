import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {digestRun, type RunDigest, type SiteDigest} from "#lib/digest.js";
import {writeAtomically} from "../store.js";
import {comparisonsOf, type Environment, environmentsOf} from "./environments.js";
import {hashOfLab, labNamed, labNames, WORKERS} from "./known-labs.js";

const FILE = join(WORKERS, "digests", "site.json");

/** Writes what a page holds result files against: all results that are there, small, without a single sample. */
export async function writeDigest(): Promise<void> {
  const labs = labNames().map((name) => ({name, hash: hashOfLab(name), claims: labNamed(name).claims}));
  const digest: SiteDigest = {labs, reference: digestsOf("reference"), local: digestsOf("local")};
  const text = `${JSON.stringify(digest)}\n`;
  if (existsSync(FILE) && readFileSync(FILE, "utf8") === text) return;
  await writeAtomically(FILE, text);
}

function digestsOf(place: Environment["place"]): RunDigest[] {
  return labNames().flatMap((name) => {
    const {claims} = labNamed(name);
    const environments = environmentsOf(name).filter((environment) => environment.place === place);
    return environments.map((environment) =>
      digestRun(name, environment.machine, environment.run, {claims, comparisons: comparisonsOf(environment)})
    );
  });
}
