import {execFile} from "node:child_process";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {seededRandom, shuffle} from "#lib/random.js";
import {MeasurementError} from "../../errors.js";
import type {RuntimeHandle} from "../../measure/runtimes/runtime.js";
import type {OverheadCell} from "./overhead-result.js";

const run = promisify(execFile);
const Answer = v.object({cpu: v.number(), wall: v.number(), answer: v.number()});
const STEPS = [1, 10, 100, 1000] as const;
/** Steps for about a quarter of a second without a tool. */
const WORK: Readonly<Record<string, number>> = {python: 4_000_000, node: 160_000_000};
const TOOLS: Readonly<Record<string, readonly string[]>> = {
  python: ["cProfile", "py-spy"],
  node: ["sampling-10ms", "sampling-1ms", "counting"]
};

/** A cell that is being filled. */
type Filling = OverheadCell & {readonly without: number[]; readonly with: number[]};

/**
 * Measures each tool of a runtime beside the program without it, round by round, in random order, a process each.
 *
 * @param pySpy whether py-spy is there
 * @throws MeasurementError if a process fails, or a tool changes the answer
 */
export async function measureOverhead(
  handle: RuntimeHandle,
  {rounds, pySpy, say}: {readonly rounds: number; readonly pySpy: boolean; readonly say: (line: string) => void}
): Promise<OverheadCell[]> {
  const tools = TOOLS[handle.name]!.filter((tool) => tool !== "py-spy" || pySpy);
  const cells = STEPS.flatMap((steps) => tools.map((tool) => emptyCell(tool, handle, steps)));
  const random = seededRandom(1);
  for (let round = 0; round < rounds; round++) {
    for (const steps of STEPS)
      await fill(
        cells.filter((cell) => cell.steps === steps),
        handle,
        random
      );
    say(`${handle.name} ${handle.version}: round ${round + 1} of ${rounds}`);
  }
  return cells;
}

function emptyCell(tool: string, {name, version}: RuntimeHandle, steps: number): Filling {
  const calls = Math.round(WORK[name]! / (steps + 3));
  const clock = tool === "py-spy" ? "wall" : "cpu";
  return {tool, runtime: {name, version}, steps, calls, clock, without: [], with: []};
}

async function fill(cells: readonly Filling[], handle: RuntimeHandle, random: () => number): Promise<void> {
  const {steps, calls} = cells[0]!;
  const order = shuffle(["none", ...cells.map(({tool}) => tool)], random);
  const told = new Map<string, v.InferOutput<typeof Answer>>();
  for (const tool of order) told.set(tool, await ask(handle, tool, steps, calls));
  const plain = told.get("none")!;
  for (const cell of cells) {
    const one = told.get(cell.tool)!;
    if (one.answer !== plain.answer)
      throw new MeasurementError(`${cell.tool}: gave ${one.answer}, not ${plain.answer}`);
    cell.without.push(plain[cell.clock]);
    cell.with.push(one[cell.clock]);
  }
}

async function ask({name, executable}: RuntimeHandle, tool: string, steps: number, calls: number) {
  const script = fileURLToPath(new URL(name === "node" ? "calls.mjs" : "calls.py", import.meta.url));
  const words = [executable, script, tool === "py-spy" ? "none" : tool, String(steps), String(calls)];
  const spy = ["py-spy", "record", "-r", "100", "-f", "raw", "-o", "/dev/null", "--"];
  const [program, ...args] = tool === "py-spy" ? [...spy, ...words] : words;
  try {
    const {stdout} = await run(program!, args, {env: {...process.env, NODE_OPTIONS: ""}});
    const line = stdout.split("\n").find((each) => each.startsWith("{")) ?? "";
    return checkValue(Answer, JSON.parse(line), `${name} with ${tool}`);
  } catch (error) {
    const {message, signal} = error as Error & {signal?: string | null};
    const how = signal ? `ended by ${signal}` : message;
    throw new MeasurementError(`${words.join(" ")}: ${how}`, "", {cause: error});
  }
}
