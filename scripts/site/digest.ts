import {createHash} from "node:crypto";
import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {readdir, rm, stat} from "node:fs/promises";
import {join} from "node:path";
import {digestRun, type RunDigest, type SiteDigest} from "#lib/digest.js";
import {comparisonsOf, type Environment, environmentsOf} from "./environments.js";
import {hashOfLab, labNamed, labNames, WORKERS} from "./known-labs.js";

const FOLDER = join(WORKERS, "digests");
const DAY_MS = 86_400_000;

/**
 * Writes what a page holds result files against: all results that are there, small, without a single sample. The
 * file is named after what it holds, so that two builds from other results do not disturb each other.
 *
 * @returns its address in the site
 */
export function publishDigest(): string {
  const text = JSON.stringify(siteDigest());
  const name = `${createHash("sha256").update(text).digest("hex").slice(0, 12)}.json`;
  const file = join(FOLDER, name);
  mkdirSync(FOLDER, {recursive: true});
  if (!existsSync(file)) writeFileSync(file, text);
  return `/workers/digests/${name}`;
}

/** Deletes digests of yesterday and before: those that are still true are written again. */
export async function deleteOldDigests(): Promise<void> {
  const files = (await readdir(FOLDER).catch(() => [])).map((name) => join(FOLDER, name));
  for (const file of files) {
    const age = await stat(file).then(
      ({mtimeMs}) => Date.now() - mtimeMs,
      () => 0
    );
    if (age > DAY_MS) await rm(file, {force: true});
  }
}

function siteDigest(): SiteDigest {
  const labs = labNames().map((name) => {
    const {claims, variants} = labNamed(name);
    return {name, hash: hashOfLab(name), claims, variants: variants.map(({name, against}) => ({name, against}))};
  });
  return {labs, reference: digestsOf("reference"), local: digestsOf("local")};
}

function digestsOf(place: Environment["place"]): RunDigest[] {
  return labNames().flatMap((name) => {
    const staked = labNamed(name);
    const environments = environmentsOf(name).filter((environment) => environment.place === place);
    return environments.map((environment) =>
      digestRun(name, environment.machine, environment.run, {staked, comparisons: comparisonsOf(environment)})
    );
  });
}
