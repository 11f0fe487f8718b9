import * as v from "valibot";
import {describeValue, RemoteValue} from "./describe-value.js";
import {NoAnswer, type Session, SessionEnded} from "./session.js";
import type {Thread} from "./threads.js";

/** A variable with its value in words. */
export interface Variable {
  readonly name: string;
  readonly value: string;
}

/** A function that is being run. */
export interface StackFrame {
  /** Empty for an anonymous function. */
  readonly name: string;
  readonly file: string;
  /** From 1: the line that is being run. */
  readonly line: number;
  readonly column: number;
  /** Null if they were not asked for. */
  readonly locals: readonly Variable[] | null;
}

/** What a thread is doing. */
export interface ThreadStack {
  readonly thread: string;
  readonly script: string;
  /** `running` JavaScript; `idle`: it waits for events; `blocked` outside JavaScript; `ended` meanwhile. */
  readonly state: "running" | "idle" | "blocked" | "ended";
  /** The innermost frame first; empty unless running. */
  readonly frames: readonly StackFrame[];
  /** How long the thread was stopped, in milliseconds, seen from here; 0 if it was not. */
  readonly pauseMs: number;
}

/** A thread that takes no command in this time is outside JavaScript: in a system call, or in native code. */
const BLOCKED_MS = 3000;
/** At least this long a thread is watched before it is called idle. */
const IDLE_MS = 50;
const TOUCH_MS = 2;
/** Locals are read while the thread stands still, so not of all frames of a deep stack. */
const MOST_FRAMES_WITH_LOCALS = 20;
const MOST_LOCALS = 40;
const SHOWN_SCOPES: ReadonlySet<string> = new Set(["local", "block", "catch"]);

const Scope = v.looseObject({type: v.string(), object: v.looseObject({objectId: v.optional(v.string())})});
const CallFrame = v.looseObject({
  functionName: v.string(),
  location: v.looseObject({scriptId: v.string(), lineNumber: v.number(), columnNumber: v.optional(v.number(), 0)}),
  scopeChain: v.array(Scope)
});
type CallFrame = v.InferOutput<typeof CallFrame>;
interface Stop {
  readonly at: number;
  readonly callFrames: readonly CallFrame[];
}
const Parsed = v.looseObject({scriptId: v.string(), url: v.string()});
const Paused = v.looseObject({callFrames: v.array(CallFrame)});
const Properties = v.looseObject({
  result: v.array(v.looseObject({name: v.string(), value: v.optional(RemoteValue)}))
});

/**
 * Stops a thread, looks at its stack, and lets it go on, whatever happens meanwhile. A thread that waits for events is
 * not disturbed.
 *
 * @param locals whether to read local variables; getters are not run
 */
export async function dumpThread({name, script, session}: Thread, locals: boolean): Promise<ThreadStack> {
  const about = {thread: name, script, frames: [], pauseMs: 0};
  try {
    const stack = await stackOf(session, locals);
    return stack === null ? {...about, state: "idle"} : {...about, state: "running", ...stack};
  } catch (error) {
    if (error instanceof SessionEnded) return {...about, state: "ended"};
    if (error instanceof NoAnswer) return {...about, state: "blocked"};
    throw error;
  }
}

/** Null if the thread takes commands, but runs no JavaScript. */
async function stackOf(session: Session, locals: boolean): Promise<Pick<ThreadStack, "frames" | "pauseMs"> | null> {
  const paused = new Promise<Stop>((resolve) => {
    session.on("Debugger.paused", Paused, ({callFrames}) => resolve({at: performance.now(), callFrames}));
  });
  const urls = new Map<string, string>();
  session.on("Debugger.scriptParsed", Parsed, ({scriptId, url}) => urls.set(scriptId, url));
  const resumed = new Promise<number>((resolve) => {
    session.on("Debugger.resumed", v.unknown(), () => resolve(performance.now()));
  });
  try {
    await Promise.all(["enable", "pause"].map((word) => session.command(`Debugger.${word}`, {}, BLOCKED_MS)));
    const stop = await briskly(session, Promise.race([paused, staysIdle(session)]));
    if (stop === null) return null;
    const reading = stop.callFrames.map((frame, depth) =>
      readFrame(session, frame, locals && depth < MOST_FRAMES_WITH_LOCALS)
    );
    const going = session.command("Debugger.resume");
    const [frames, at] = await briskly(session, Promise.all([Promise.all(reading), resumed, going]));
    const placed = frames.map((frame) => ({...frame, file: urls.get(frame.file) ?? ""}));
    return {frames: placed, pauseMs: at - stop.at};
  } finally {
    await session.command("Debugger.disable", {}, BLOCKED_MS).catch(() => {});
  }
}

/**
 * A thread that runs JavaScript stops before it takes the next command. So one that has taken two more without having
 * stopped waits for events, however slow the machine is.
 */
async function staysIdle(session: Session): Promise<null> {
  for (let count = 0; count < 2; count++) {
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS / 2));
    await touch(session);
  }
  return null;
}

/**
 * Waits for something while small commands travel to the target. Its socket holds small messages back until the last
 * one was acknowledged (Nagle's algorithm, RFC 896), and systems acknowledge up to 40 ms late unless they have something
 * to send: without this, the target would stand still for that long.
 */
async function briskly<Value>(session: Session, awaited: Promise<Value>): Promise<Value> {
  const timer = setInterval(() => void touch(session).catch(() => {}), TOUCH_MS);
  return awaited.finally(() => clearInterval(timer));
}

/** A command that changes nothing. */
function touch(session: Session): Promise<void> {
  return session.command("Debugger.setPauseOnExceptions", {state: "none"}, BLOCKED_MS);
}

/** The file is still the id of a script: V8 gives addresses only with the scripts. */
async function readFrame(session: Session, frame: CallFrame, locals: boolean): Promise<StackFrame> {
  const {functionName, location} = frame;
  const {scriptId, lineNumber, columnNumber} = location;
  const variables = locals ? await readLocals(session, frame) : null;
  return {name: functionName, file: scriptId, line: lineNumber + 1, column: columnNumber + 1, locals: variables};
}

async function readLocals(session: Session, {scopeChain}: CallFrame): Promise<Variable[]> {
  const ids = scopeChain.flatMap(({type, object}) => (SHOWN_SCOPES.has(type) ? (object.objectId ?? []) : []));
  const scopes = await Promise.all(
    ids.map((objectId) =>
      session.ask("Runtime.getProperties", {objectId, ownProperties: true, generatePreview: true}, Properties)
    )
  );
  const found = scopes.flatMap(({result}) => result);
  const known = found.filter(({name, value}, index) => value !== undefined && first(found, name) === index);
  return known.slice(0, MOST_LOCALS).map(({name, value}) => ({name, value: describeValue(value!)}));
}

/** An inner scope hides what has the same name outside. */
function first(found: readonly {readonly name: string}[], name: string): number {
  return found.findIndex((variable) => variable.name === name);
}
