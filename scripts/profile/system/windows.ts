import process from "node:process";
import {outputOf} from "../../machine/probe.js";
import {isNodeName, type Listening, type System} from "./process-info.js";

/** Windows, by `tasklist` and `netstat`. Written from their manuals and not tried there. */
export const windows: System = {
  async describe(pid) {
    const found = tasksIn((await outputOf("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"])) ?? "");
    const task = found.find((candidate) => candidate.pid === pid);
    if (task === undefined) return null;
    return {
      pid,
      ownPid: pid,
      command: [task.name],
      executable: task.name,
      ours: null,
      cpuSeconds: null,
      state: "alive",
      usr1: "unknown",
      inspectPort: 9229,
      outOfReach: null
    };
  },

  async nodes() {
    const tasks = tasksIn((await outputOf("tasklist", ["/FI", "IMAGENAME eq node.exe", "/FO", "CSV", "/NH"])) ?? "");
    return tasks.filter(({name}) => isNodeName(name)).map(({pid}) => pid);
  },

  async listening(pid) {
    return (await listeners()).filter((socket) => socket.pid === pid).map(({port, host}) => ({port, host}));
  },

  async holder(port) {
    return (await listeners()).find((socket) => socket.port === port)?.pid ?? null;
  },

  wake(pid) {
    (process as unknown as {_debugProcess(pid: number): void})._debugProcess(pid);
  }
};

/** What `tasklist /FO CSV /NH` prints: `"node.exe","4321","Console","1","44,120 K"`. */
export function tasksIn(text: string): {name: string; pid: number}[] {
  return [...text.matchAll(/^"([^"]+)","(\d+)"/gm)].map(([, name, pid]) => ({name: name!, pid: Number(pid)}));
}

/** What `netstat -ano` prints of sockets that listen: their remote address has port 0, whatever the language. */
export function listenersIn(text: string): (Listening & {pid: number})[] {
  const pattern = /^\s*TCP\s+(127\.0\.0\.1|0\.0\.0\.0|\[::1?\]):(\d+)\s+\S+:0\s+\S+\s+(\d+)\s*$/gm;
  return [...text.matchAll(pattern)].map(([, host, port, pid]) => ({
    host: host!.startsWith("[") ? "[::1]" : "127.0.0.1",
    port: Number(port),
    pid: Number(pid)
  }));
}

async function listeners(): Promise<(Listening & {pid: number})[]> {
  return listenersIn((await outputOf("netstat", ["-ano", "-p", "TCP"])) ?? "");
}
