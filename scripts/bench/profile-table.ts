import {median} from "#lib/stats/median.js";
import {type Estimate, MIN_BLOCKS, pairedRatio} from "#lib/stats/paired-ratio.js";
import {formatBytes, formatPercent} from "#lib/units.js";
import {type ProfileBench, WAYS, type Way} from "./profile-result.js";

/** One line of the table: what was measured, on which Node, and whether it reaches its goal; null if nobody can say. */
export interface ProfileRow {
  readonly measure: string;
  readonly node: string;
  readonly value: string;
  readonly met: boolean | null;
}

type Measured = Pick<ProfileBench, "overhead" | "attach" | "bytes" | "heap" | "lines">;

const WAY_NAMES: Readonly<Record<Way, string>> = {
  none: "no profiler",
  "ours-10ms": "lab profile run --interval 10ms",
  "ours-1ms": "lab profile run",
  "cpu-prof-10ms": "node --cpu-prof, 10 ms",
  "cpu-prof-1ms": "node --cpu-prof, 1 ms",
  "0x": "0x",
  flame: "@platformatic/flame"
};
/** Most processor time that sampling may cost, as a ratio. */
const MOST_RATIO: Readonly<Partial<Record<Way, number>>> = {"ours-10ms": 1.01, "ours-1ms": 1.1};
const MOST_ATTACH_MS = 100;
const MOST_PAUSE_MS = 50;
const MOST_BYTES_OFF = 0.1;
const MOST_GARBAGE_OFF = 0.15;

/** The table of `data/bench/profile.json`, with the goals. */
export function profileRows(bench: Measured): ProfileRow[] {
  const nodes = [...new Set([...bench.overhead, ...bench.attach, ...bench.lines].map(({node}) => node))];
  return nodes.flatMap((node) => [
    ...overheadRows(bench, node),
    ...attachRows(bench, node),
    ...memoryRows(bench, node),
    ...lineRows(bench, node)
  ]);
}

/** Processor time of the work in one way ÷ that without a profiler; null with too few rounds. */
export function overheadOf({overhead}: Pick<Measured, "overhead">, node: string, way: Way): Estimate | null {
  const pairs = overhead.filter((round) => round.node === node).map(({cpuUs}) => [cpuUs[way], cpuUs.none]);
  const whole = pairs.filter((pair): pair is [number, number] => pair[0] !== undefined && pair[1] !== undefined);
  if (whole.length < MIN_BLOCKS) return null;
  return pairedRatio(
    whole.map(([with_]) => with_),
    whole.map(([, without]) => without)
  );
}

function overheadRows(bench: Measured, node: string): ProfileRow[] {
  return WAYS.filter((way) => way !== "none").flatMap((way) => {
    const estimate = overheadOf(bench, node, way);
    if (estimate === null) return [];
    const {ratio, interval} = estimate;
    const value = `${percentMore(ratio)} (${interval.map(percentMore).join(" to ")})`;
    const most = MOST_RATIO[way];
    const measure = `processor time, ${WAY_NAMES[way]}`;
    if (most === undefined) return [{measure, node, value, met: null}];
    const met = within(interval, most);
    const goal = `${measure}, goal: at most ${formatPercent(most - 1)}`;
    return [{measure: goal, node, value: met === null ? `${value}, too uncertain to say` : value, met}];
  });
}

/** Null where the interval reaches to both sides. */
function within([low, high]: Estimate["interval"], most: number): boolean | null {
  if (high <= most) return true;
  return low > most ? false : null;
}

function attachRows({attach}: Measured, node: string): ProfileRow[] {
  const own = attach.filter((one) => one.node === node);
  if (own.length === 0) return [];
  const row = (measure: string, values: readonly number[], most: number): ProfileRow => {
    const value = `${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;
    return {measure: `${measure}, goal: at most ${most} ms`, node, value, met: median(values) <= most};
  };
  return [
    row(
      "time to attach",
      own.map(({attachMs}) => attachMs),
      MOST_ATTACH_MS
    ),
    row(
      "pause for a dump",
      own.map(({pauseMs}) => pauseMs),
      MOST_PAUSE_MS
    )
  ];
}

function memoryRows({bytes, heap}: Measured, node: string): ProfileRow[] {
  const off = bytes.filter((one) => one.node === node).map(({known, counted}) => Math.abs(counted - known));
  const rows = heap
    .filter((one) => one.node === node)
    .map(({knownBytes, foundBytes}): ProfileRow => {
      const measure = `${formatBytes(knownBytes)} of garbage, goal: found to ±${formatPercent(MOST_GARBAGE_OFF)}`;
      const error = foundBytes / knownBytes - 1;
      return {measure, node, value: formatBytes(foundBytes), met: Math.abs(error) <= MOST_GARBAGE_OFF};
    });
  if (off.length === 0) return rows;
  const most = Math.max(...off);
  const measure = `bytes of ${off.length} known objects, goal: exact to ${MOST_BYTES_OFF} B`;
  return [{measure, node, value: `off by at most ${most.toFixed(2)} B`, met: most <= MOST_BYTES_OFF}, ...rows];
}

function lineRows({lines}: Measured, node: string): ProfileRow[] {
  return lines
    .filter((one) => one.node === node)
    .map(({program, inlining, share, line, function: inFunction}) => {
      const where = line
        ? inFunction
          ? "line and function right"
          : "line right, charged to its caller"
        : "line wrong";
      return {
        measure: `${program}${inlining ? "" : " without inlining"}, goal: the hot line found`,
        node,
        value: `${where}: ${formatPercent(share)}`,
        met: line
      };
    });
}

/** "+1.2 %", "-0.4 %". */
function percentMore(ratio: number): string {
  const percent = (ratio - 1) * 100;
  return `${percent < 0 ? "-" : "+"}${Math.abs(percent).toFixed(1)} %`;
}
