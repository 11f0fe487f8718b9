import {existsSync} from "node:fs";
import {extname} from "node:path";
import process from "node:process";
import {durationText} from "#lib/flight/flight-text.js";
import {judgeThread} from "#lib/flight/judge-flight.js";
import {shownPath} from "../../shown-path.js";
import {printableLine} from "../../terminal/printable.js";
import type {Destination} from "../recording.js";
import {type FlightFacts, readFlight} from "./read-flight.js";
import type {DumpWish} from "./watch-folder.js";
import {writeFlight} from "./write-flight.js";

/** Threads of the process that asked leave their slices a little later. */
const OTHERS_MS = 250;
/** Wishes of several processes by one signal are one. */
const SAME_MS = 1000;

/** A report that was asked for while the program ran. */
export interface Dump {
  readonly reason: DumpWish["reason"];
  readonly file: string;
}

/** Where dumps go, and what is said of them. */
export interface DumpOptions {
  /** The destination at the end: a dump has its name and a number. */
  readonly to: Destination;
  readonly force: boolean;
  readonly facts: FlightFacts;
  readonly say: (line: string) => void;
}

/** Writes reports of the last minutes while the program goes on, one after the other. */
export class Dumps {
  readonly written: Dump[] = [];
  readonly #options: DumpOptions;
  #last = Number.NEGATIVE_INFINITY;
  #queue: Promise<void> = Promise.resolve();
  #count = 0;

  constructor(options: DumpOptions) {
    this.#options = options;
  }

  /** How many were asked for so far, written or not. */
  get count(): number {
    return this.#count;
  }

  /** Never fails: what cannot be written is said, and the program goes on. */
  write(folder: string, wish: Pick<DumpWish, "reason" | "lateMs">): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      if (wish.reason === "signal" && performance.now() - this.#last < SAME_MS) return;
      this.#count++;
      await new Promise((resolve) => setTimeout(resolve, OTHERS_MS));
      await this.#write(folder, wish).catch((error: Error) => this.#options.say(`no dump: ${error.message}`));
      this.#last = performance.now();
    });
    return this.#queue;
  }

  /** Waits for those that are being written. */
  settled(): Promise<void> {
    return this.#queue;
  }

  async #write(folder: string, {reason, lateMs}: Pick<DumpWish, "reason" | "lateMs">): Promise<void> {
    const {facts, say, to, force} = this.#options;
    const {flight} = await readFlight(folder, facts);
    if (flight === null) return say("no dump: nothing has been recorded yet");
    const file = dumpFile(to, this.written.length + 1, force);
    const place = shownPath(file);
    await writeFlight({file, place}, flight);
    this.written.push({reason, file});
    const why = reason === "slow" ? `a turn came ${durationText(lateMs ?? 0)} late` : "asked for by a signal";
    say(printableLine(`dump: ${why}; the last minutes are kept in ${place}`));
    const findings = flight.threads.flatMap((thread) => judgeThread(flight, thread, `${process.cwd()}/`));
    const first = findings.find(({verdict}) => verdict === "found");
    if (first !== undefined) say(printableLine(`  ${first.says}`));
  }
}

/** `app.html` becomes `app-dump-1.html`, or a higher number where that exists. */
function dumpFile({file}: Destination, number: number, force: boolean): string {
  const ending = extname(file);
  const stem = file.slice(0, file.length - ending.length);
  const name = `${stem}-dump-${number}${ending}`;
  return existsSync(name) && !force ? dumpFile({file, place: file}, number + 1, force) : name;
}
