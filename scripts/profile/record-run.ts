import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {type Recording, readRecording} from "./read-recording.js";
import {cpuRecorder, type Recorder} from "./recorder.js";
import {type EndedProgram, type ProgramOptions, runProgram} from "./run-program.js";

/** How to record the processor time of a program. */
export interface RunOptions extends ProgramOptions {
  /** Asked of V8, in microseconds. */
  readonly intervalUs: number;
}

/** A recorded program. */
export interface RecordedRun<Kept = CpuProfile> extends EndedProgram, Recording<Kept> {}

/** Records the processor time of a program, as `recordProgram` does. */
export function recordRun(command: readonly [string, ...string[]], options: RunOptions): Promise<RecordedRun> {
  return recordProgram(command, options, cpuRecorder(options.intervalUs));
}

/**
 * Runs a program to its end, as `runProgram` does, and reads what its threads left.
 *
 * @throws ReaderError if the program cannot be started
 */
export async function recordProgram<Kept>(
  command: readonly [string, ...string[]],
  options: ProgramOptions,
  recorder: Recorder<Kept>
): Promise<RecordedRun<Kept>> {
  const ended = await runProgram(command, options, recorder);
  try {
    return {...ended, ...(await readRecording(ended.folder, recorder.read))};
  } catch (error) {
    await ended.discard();
    throw error;
  }
}

/** The exit code that a shell would give: 128 and the number of the signal, if one ended the program. */
export function exitCodeOf({code, signal}: Pick<RecordedRun, "code" | "signal">): number {
  const numbers: Partial<Record<NodeJS.Signals, number>> = {
    SIGHUP: 1,
    SIGINT: 2,
    SIGABRT: 6,
    SIGKILL: 9,
    SIGSEGV: 11,
    SIGTERM: 15
  };
  return code ?? 128 + (numbers[signal!] ?? 0);
}
