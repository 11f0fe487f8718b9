import {execFile} from "node:child_process";
import {mkdtemp, writeFile} from "node:fs/promises";
import {join} from "node:path";
import process from "node:process";
import {promisify} from "node:util";
import {TEMPORARY} from "../../temporary-data.js";

/**
 * Two functions that take their time, one of them through another, then a little waiting. Processor time: a machine
 * that is shared may give a process nothing for as long as a spin of the clock lasts. The timer is set in a turn of
 * its own, for one that is set after long work may be due at once.
 */
const PROGRAM = `
function spin(ms) { const end = used() + ms * 1000; let sum = 0; while (used() < end) for (let n = 0; n < 1e4; n++) sum += Math.sqrt(sum + 1); return sum; }
function outer() { return spin(60); }
function allocate() { const kept = []; for (let n = 0; n < 3e5; n++) kept.push({n}); return kept; }
globalThis.kept = [outer(), allocate()];
function used() { return process.cpuUsage().user; }
setImmediate(() => setTimeout(() => spin(20), 100));
`;

/**
 * A profile for tests that Node really recorded, of a small program.
 *
 * @param kind the flag of Node, and the ending of the file
 * @returns the path of the profile, in a folder of its own beside the program
 */
export async function recordProfile(kind: "cpu" | "heap", program = PROGRAM): Promise<string> {
  const folder = await mkdtemp(join(TEMPORARY, "profile-"));
  const script = join(folder, "program.mjs");
  await writeFile(script, program);
  const name = `program.${kind}profile`;
  const flags = [`--${kind}-prof`, `--${kind}-prof-dir=${folder}`, `--${kind}-prof-name=${name}`];
  const {NODE_OPTIONS: _options, ...env} = process.env;
  await promisify(execFile)(process.execPath, [...flags, script], {env});
  return join(folder, name);
}
