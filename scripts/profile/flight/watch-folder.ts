import {readdir} from "node:fs/promises";
import {join} from "node:path";
import * as v from "valibot";
import {jsonAt} from "../json-at.js";
import {type Begun, begunThreads} from "../read-recording.js";

/** How often the folder is looked at. */
const EVERY_MS = 100;

const Dump = v.object({
  reason: v.picklist(["signal", "slow"]),
  lateMs: v.optional(v.number()),
  pid: v.number(),
  thread: v.number()
});
/** Why a thread asks for a report of the last minutes. */
export type DumpWish = v.InferOutput<typeof Dump>;

const Refusal = v.object({signal: v.string()});

/** Told what the threads of a program leave while it runs. */
export interface FolderEvents {
  readonly onBegin: (thread: Begun) => void;
  readonly onDump: (wish: DumpWish) => Promise<void>;
  /** The program handles the signal itself. */
  readonly onRefusal: (pid: number, signal: string) => void;
}

/**
 * Looks at the folder of a recording again and again. A wish is answered before the next look.
 *
 * @returns ends it, after a last look
 */
export function watchFolder(folder: string, events: FolderEvents): () => Promise<void> {
  const known = new Set<string>();
  let isOver = false;
  const look = async () => {
    for (const thread of await begunThreads(folder))
      if (isNew(known, `${thread.pid}-${thread.thread}`)) events.onBegin(thread);
    for (const name of (await readdir(folder)).sort()) await tell(folder, name, known, events);
  };
  const watching = (async () => {
    while (!isOver) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    await look();
  })();
  // Whoever ends the watching hears what went wrong.
  watching.catch(() => {});
  return () => {
    isOver = true;
    return watching;
  };
}

async function tell(folder: string, name: string, known: Set<string>, events: FolderEvents): Promise<void> {
  const [, pid, kind] = /^(\d+)-\d+\.(dump|refusal)\b.*\.json$/.exec(name) ?? [];
  if (kind === undefined || !isNew(known, name)) return;
  const left = await jsonAt(join(folder, name));
  const dump = v.safeParse(Dump, left);
  const refusal = v.safeParse(Refusal, left);
  if (kind === "dump" && dump.success) await events.onDump(dump.output);
  else if (kind === "refusal" && refusal.success) events.onRefusal(Number(pid), refusal.output.signal);
}

function isNew(known: Set<string>, name: string): boolean {
  if (known.has(name)) return false;
  known.add(name);
  return true;
}
