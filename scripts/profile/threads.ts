import * as v from "valibot";
import {ProtocolError, Session} from "./session.js";

/** How the main thread is called. */
export const MAIN_THREAD = "main thread";

/** A thread of a target that runs JavaScript. */
export interface Thread {
  /** `MAIN_THREAD`, or "worker 1" by the number that Node gives it. */
  readonly name: string;
  /** What a worker runs, as it was named to `new Worker`; empty for the main thread. */
  readonly script: string;
  readonly session: Session;
}

/** The threads of a target, as they come and go. */
export interface Threads {
  /** Those that are there now, the main thread first. */
  readonly now: readonly Thread[];
  /** Stops following workers; the target keeps nothing of ours. */
  release(): Promise<void>;
}

/** What to do when a worker starts or ends meanwhile. */
export interface ThreadWatch {
  readonly started?: (thread: Thread) => void;
  readonly ended?: (thread: Thread) => void;
}

const attached = v.looseObject({
  sessionId: v.string(),
  workerInfo: v.looseObject({workerId: v.string(), url: v.optional(v.string(), "")})
});
const detached = v.looseObject({sessionId: v.string()});
const received = v.looseObject({sessionId: v.string(), message: v.string()});

/**
 * Opens a session with every worker of a process, through the session of its main thread (domain NodeWorker of Node's
 * inspector). Workers that run are there when this returns.
 */
export async function openThreads(main: Session, watch: ThreadWatch = {}): Promise<Threads> {
  const workers = new Map<string, Thread>();
  const stops = [
    main.on("NodeWorker.attachedToWorker", attached, ({sessionId, workerInfo}) => {
      const session = new Session((message) => relay(main, sessionId, message));
      const thread = {name: `worker ${workerInfo.workerId}`, script: workerInfo.url, session};
      workers.set(sessionId, thread);
      watch.started?.(thread);
    }),
    main.on("NodeWorker.receivedMessageFromWorker", received, ({sessionId, message}) =>
      workers.get(sessionId)?.session.receive(message)
    ),
    main.on("NodeWorker.detachedFromWorker", detached, ({sessionId}) => {
      const thread = workers.get(sessionId);
      if (thread === undefined) return;
      workers.delete(sessionId);
      thread.session.end("the worker has ended");
      watch.ended?.(thread);
    })
  ];
  const mainThread = {name: MAIN_THREAD, script: "", session: main};
  await main.command("NodeWorker.enable", {waitForDebuggerOnStart: false});
  return {
    get now() {
      return [mainThread, ...workers.values()];
    },
    async release() {
      for (const stop of stops) stop();
      for (const {session} of workers.values()) session.end("the session was closed");
      await main.command("NodeWorker.disable").catch(() => {});
    }
  };
}

/** A worker that has just ended is no longer known to its target; its session ends by an event. */
function relay(main: Session, sessionId: string, message: string): void {
  main.command("NodeWorker.sendMessageToWorker", {sessionId, message}).catch((error: unknown) => {
    if (!(error instanceof ProtocolError) && main.open) throw error;
  });
}
