import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Flight} from "#lib/flight/flight.js";
import {unpackFlight} from "#lib/flight/flight-file.js";
import {BLOCKED_MS, lateCause} from "#lib/flight/late-cause.js";
import {frameName} from "#lib/profile/frame-text.js";
import {type Profile, stackOf} from "#lib/profile/profile.js";
import {ReaderError} from "../errors.js";
import {readDetected} from "../profile/formats/read-profile.js";
import {jsonOf} from "../profile/formats/text-of.js";
import {ROOT} from "../store.js";
import {type Evidence, heaviestFirst} from "./evidence.js";
import type {Exercise} from "./exercises.js";
import {functionsIn} from "./functions-in.js";

/**
 * Reads what a recording of the event loop says of who kept it: the samples that were taken while a turn was late, by
 * the innermost function of the program.
 *
 * @throws ReaderError or ResultError if the file is no such recording, or holds no late turn of the program
 */
export async function flightEvidence(file: string, exercise: Exercise): Promise<Evidence> {
  const {format, ...content} = await readDetected(file);
  if (format !== "flight") {
    throw new ReaderError(`${content.place}: expected a recording of lab profile record, got another kind of file`, [
      `record it so: ${exercise.record}`
    ]);
  }
  const samples = samplesOfBlocks(unpackFlight(jsonOf(content), content.place), exercise);
  const found = [...samples].map(([name, count]) => ({name, weight: count, samples: count, within: name}));
  if (found.length === 0) {
    throw new ReaderError(`${content.place}: expected turns that ${exercise.source} made late, got none`, [
      `record it so: ${exercise.record}`
    ]);
  }
  const source = await readFile(join(ROOT, exercise.source), "utf8");
  const sorted = heaviestFirst(found);
  return {found: sorted, possible: functionsIn(source).map(({name}) => name), charged: sorted[0]!.name};
}

function samplesOfBlocks({threads}: Flight, {source}: Exercise): Map<string, number> {
  const samples = new Map<string, number>();
  const isOwn = (file: string) => file.replaceAll("\\", "/").endsWith(source.replace(/^labs\/programs/, ""));
  for (const thread of threads) {
    for (const turn of thread.late.filter(({ms, isFirst}) => ms >= BLOCKED_MS && !isFirst))
      addOwn(lateCause(thread, turn).profile, isOwn, samples);
  }
  return samples;
}

function addOwn({frames, tree}: Profile, isOwn: (file: string) => boolean, samples: Map<string, number>): void {
  for (let node = 1; node < tree.frame.length; node++) {
    if (tree.samples[node] === 0) continue;
    const stack = stackOf(tree, node).map((index) => frames[index]!);
    const own = stack.reverse().find(({file}) => isOwn(file));
    if (own !== undefined) samples.set(frameName(own), (samples.get(frameName(own)) ?? 0) + tree.samples[node]!);
  }
}
