import process from "node:process";
import * as v from "valibot";
import {evaluate} from "./evaluate.js";
import type {Session} from "./session.js";
import type {System} from "./system/process-info.js";

const Visits = v.object({opened: v.boolean(), pids: v.array(v.number())});

const BOOK = `globalThis[Symbol.for("hotpath.visits")]`;
const PATIENCE_MS = 500;

/**
 * Writes down in the target that this command looks at it. Several may at a time, and the inspector that one of them
 * opened has to be closed by the last one, or by the next one if that was ended too hard to do so.
 *
 * @param opened whether this command opened the inspector
 * @returns whether one of them did
 */
export async function enterTarget(session: Session, opened: boolean): Promise<boolean> {
  const expression = `(() => {
    const known = ${BOOK};
    const book = known ?? {opened: false, pids: []};
    if (!known) Object.defineProperty(globalThis, Symbol.for("hotpath.visits"), {value: book, configurable: true});
    book.opened ||= ${opened};
    book.pids.push(${process.pid});
    return book;
  })()`;
  return v.parse(Visits, await evaluate(session, expression)).opened;
}

/**
 * Takes this command out of the target's book, and the book away if nobody else is in it.
 *
 * @returns ids of the other commands that look at it and live; none if the target does not answer
 */
export async function leaveTarget(session: Session, system: System): Promise<readonly number[]> {
  const take = `(() => {
    const book = ${BOOK} ?? {opened: false, pids: []};
    const index = book.pids.indexOf(${process.pid});
    if (index >= 0) book.pids.splice(index, 1);
    return book;
  })()`;
  try {
    const {pids} = v.parse(Visits, await evaluate(session, take, {timeoutMs: PATIENCE_MS}));
    const states = await Promise.all(pids.map((pid) => system.describe(pid)));
    const others = pids.filter((_, index) => states[index] !== null && states[index]?.state !== "ended");
    if (others.length === 0) await evaluate(session, `delete ${BOOK}`, {timeoutMs: PATIENCE_MS});
    return others;
  } catch {
    return [];
  }
}
