import {execFile} from "node:child_process";
import {promisify} from "node:util";
import {MeasurementError} from "../../errors.js";
import {Interrupted} from "../../measure/ask.js";
import {cleanEnvironment} from "../../measure/runtimes/environment.js";

/**
 * Runs a program of another tool to its end.
 *
 * @returns what it printed
 * @throws MeasurementError with the last line that it said, if it fails; Interrupted if `signal` was aborted
 */
export async function runTool(
  [program, ...args]: readonly [string, ...string[]],
  {cwd, timeoutMs, signal}: {readonly cwd?: string; readonly timeoutMs: number; readonly signal: AbortSignal}
): Promise<string> {
  try {
    const options = {timeout: timeoutMs, signal, maxBuffer: 2 ** 24, env: cleanEnvironment(), windowsHide: true};
    return (await promisify(execFile)(program, args, {...options, ...(cwd !== undefined && {cwd})})).stdout;
  } catch (error) {
    if (signal.aborted) throw new Interrupted("interrupted");
    const {stdout = "", stderr = "", message} = error as Error & {stdout?: string; stderr?: string};
    const said = `${stdout}\n${stderr}`.split("\n").filter((line) => /error|exception|no module/i.test(line));
    throw new MeasurementError(`${program}: ${said.at(0)?.trim() ?? message.split("\n")[0]}`, "", {cause: error});
  }
}
