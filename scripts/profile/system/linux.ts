import {readdir, readFile, readlink, stat} from "node:fs/promises";
import process from "node:process";
import {inspectPortIn, isNodeName, type Listening, type ProcessInfo, type System} from "./process-info.js";

/** Ticks a second in which /proc counts processor time: USER_HZ, 100 on every Linux that runs Node. */
const USER_HZ = 100;
const SIGUSR1_BIT = 1n << 9n;

/** Linux, by the files of proc(5). */
export const linux: System = {
  async describe(pid) {
    const status = await text(`/proc/${pid}/status`);
    return status === "" ? null : describeFrom(pid, status);
  },

  async nodes() {
    const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
    const ours = await Promise.all(pids.map(async (pid) => (await isOurs(pid)) && isNodeName(await program(pid))));
    return pids.filter((_, index) => ours[index]);
  },

  async listening(pid) {
    const [inodes, sockets] = await Promise.all([socketInodes(pid), listeningSockets(pid)]);
    return sockets.filter(({inode}) => inodes.has(inode)).map(({port, host}) => ({port, host}));
  },

  async holder(port) {
    const socket = (await listeningSockets("self")).find((candidate) => candidate.port === port);
    if (socket === undefined) return null;
    const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
    for (const pid of pids) if ((await socketInodes(pid)).has(socket.inode)) return pid;
    return null;
  },

  wake(pid) {
    process.kill(pid, "SIGUSR1");
  }
};

async function describeFrom(pid: number, status: string): Promise<ProcessInfo> {
  const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, "m").exec(status)?.[1] ?? "";
  const [executable, command, environment, ours, cpuSeconds, foreign] = await Promise.all([
    program(pid),
    words(`/proc/${pid}/cmdline`),
    words(`/proc/${pid}/environ`),
    isOurs(pid),
    processorSeconds(pid),
    inOtherNetwork(pid)
  ]);
  const options =
    environment
      .find((entry) => entry.startsWith("NODE_OPTIONS="))
      ?.slice(13)
      .split(/\s+/) ?? [];
  const thread = Number(field("Tgid")) !== pid;
  return {
    pid,
    ownPid: Number(field("NSpid").split(/\s+/).at(-1)) || pid,
    command: command.length > 0 ? command : [field("Name")],
    executable: executable === "" ? null : executable,
    ours,
    cpuSeconds,
    state: stateOf(field("State")),
    usr1: usr1Of(field("SigCgt"), field("SigIgn")),
    inspectPort: inspectPortIn([...options, ...command]),
    outOfReach: thread ? threadOf(field("Tgid")) : foreign ? ELSEWHERE : null
  };
}

const ELSEWHERE = {
  why: "runs in another network namespace (a container), where its inspector would listen",
  wayOut: "run this command where it runs"
};

function threadOf(pid: string): ProcessInfo["outOfReach"] {
  return {why: `is a thread of process ${pid}`, wayOut: `name process ${pid}: its threads are seen with it`};
}

function stateOf(letter: string): ProcessInfo["state"] {
  if (/^[ZX]/.test(letter)) return "ended";
  return /^[Tt]/.test(letter) ? "stopped" : "alive";
}

function usr1Of(caught: string, ignored: string): ProcessInfo["usr1"] {
  const has = (mask: string) => /^[0-9a-f]+$/.test(mask) && (BigInt(`0x${mask}`) & SIGUSR1_BIT) !== 0n;
  if (has(caught)) return "caught";
  return has(ignored) ? "ignored" : "kills";
}

async function program(pid: number): Promise<string> {
  return readlink(`/proc/${pid}/exe`).catch(() => "");
}

async function isOurs(pid: number): Promise<boolean> {
  const facts = await stat(`/proc/${pid}`).catch(() => null);
  return facts?.uid === process.getuid!();
}

/** Fields 14 and 15 of stat(5), user and system time; the second field is a name that may hold anything. */
async function processorSeconds(pid: number): Promise<number | null> {
  const fields = (await text(`/proc/${pid}/stat`)).replace(/^.*\) /s, "").split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isFinite(ticks) ? ticks / USER_HZ : null;
}

async function inOtherNetwork(pid: number): Promise<boolean> {
  const [theirs, ours] = await Promise.all([
    readlink(`/proc/${pid}/ns/net`).catch(() => ""),
    readlink("/proc/self/ns/net")
  ]);
  return theirs !== "" && theirs !== ours;
}

async function socketInodes(pid: number): Promise<Set<string>> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  const links = await Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => "")));
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
}

async function listeningSockets(pid: number | "self"): Promise<(Listening & {inode: string})[]> {
  const [four, six] = await Promise.all([text(`/proc/${pid}/net/tcp`), text(`/proc/${pid}/net/tcp6`)]);
  return [...`${four}\n${six}`.matchAll(/^\s*\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ 0A (?:\S+ +){5}(\d+)/gm)].flatMap(
    ([, address, port, inode]) => {
      const host = hostOf(address!);
      return host === null ? [] : [{host, port: Number.parseInt(port!, 16), inode: inode!}];
    }
  );
}

/** Addresses stand there in the byte order of the machine, word by word. */
function hostOf(address: string): Listening["host"] | null {
  if (/^(0100007F|7F000001|0+|0{16}(FFFF0000|0000FFFF)(0100007F|7F000001))$/.test(address)) return "127.0.0.1";
  return /^0{24}(01000000|00000001)$/.test(address) ? "[::1]" : null;
}

async function words(path: string): Promise<string[]> {
  return (await text(path)).split("\0").filter((word) => word !== "");
}

/** Empty if the process has ended, or hides it. */
async function text(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}
