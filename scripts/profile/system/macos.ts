import process from "node:process";
import {outputOf} from "../../machine/probe.js";
import {inspectPortIn, isNodeName, type Listening, type ProcessInfo, type System} from "./process-info.js";

const FIELDS = "pid=,uid=,state=,time=,comm=";

/** macOS, by `ps` and `lsof`. Written from their manuals and not tried there. */
export const macos: System = {
  async describe(pid) {
    const [line, command] = await Promise.all([
      outputOf("ps", ["-o", FIELDS, "-p", String(pid)]),
      outputOf("ps", ["-o", "command=", "-p", String(pid)])
    ]);
    return line === undefined ? null : readLine(line, (command ?? "").split(" "));
  },

  async nodes() {
    const lines = ((await outputOf("ps", ["-axo", FIELDS])) ?? "").split("\n");
    const found = lines.map((line) => readLine(line, []));
    return found.flatMap((info) => (info?.ours && isNodeName(info.executable ?? "") ? [info.pid] : []));
  },

  async listening(pid) {
    return listeningIn(
      (await outputOf("lsof", ["-nP", "-a", "-p", String(pid), "-iTCP", "-sTCP:LISTEN", "-Fn"])) ?? ""
    );
  },

  async holder(port) {
    const found = await outputOf("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-t"]);
    return Number(found?.split("\n")[0]) || null;
  },

  wake(pid) {
    process.kill(pid, "SIGUSR1");
  }
};

/** A line of `ps -o pid=,uid=,state=,time=,comm=`. */
export function readLine(line: string, command: readonly string[]): ProcessInfo | null {
  const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(?:(\d+)-)?(?:(\d+):)?(\d+):([\d.]+)\s+(.+)$/.exec(line);
  if (match === null) return null;
  const [, pid, uid, state, days = 0, hours = 0, minutes, seconds, executable] = match;
  return {
    pid: Number(pid),
    ownPid: Number(pid),
    command: command.length > 0 ? command : [executable!],
    executable: executable!,
    ours: Number(uid) === process.getuid?.(),
    cpuSeconds: ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds),
    state: state!.startsWith("Z") ? "ended" : state!.startsWith("T") ? "stopped" : "alive",
    usr1: "unknown",
    inspectPort: inspectPortIn(command),
    outOfReach: null
  };
}

/** What `lsof -Fn` says of sockets that listen: `n127.0.0.1:9229`, `n*:80`, `n[::1]:9229`. */
export function listeningIn(text: string): Listening[] {
  return [...text.matchAll(/^n(127\.0\.0\.1|\*|\[::1\]):(\d+)$/gm)].map(([, host, port]) => ({
    host: host === "[::1]" ? "[::1]" : "127.0.0.1",
    port: Number(port)
  }));
}
