import {type HeapRecording, keepHeapRecording, summariseHeap} from "../../../profile/heap/heap-recording.js";
import {heapRecorder} from "../../../profile/heap/heap-sampling.js";
import {heapJson, heapText} from "../../../profile/heap/heap-text.js";
import {exitCodeOf, recordProgram} from "../../../profile/record-run.js";
import {destination} from "../../../profile/recording.js";
import {nothingRecorded, programName, runText, threadTitle} from "../../../profile/run-text.js";
import {printableLine} from "../../../terminal/printable.js";
import {terminal} from "../../../terminal.js";
import {abortPatiently} from "../patient-interrupt.js";
import type {HeapRunFlags} from "./run.js";

/** `lab profile heap run`. @returns the exit code: that of the program */
export async function heapRunCommand(words: readonly string[], flags: HeapRunFlags): Promise<number> {
  const [program, ...args] = words;
  const {top, json = false, live = false, interval} = flags;
  const to = destination(flags.out, programName(words), flags.force === true, "heapprofile");
  const sampling = {intervalBytes: interval, live};
  const run = await recordProgram(
    [program!, ...args],
    {stdout: json ? "stderr" : "inherit", say: (line) => terminal.tell(line)},
    heapRecorder(sampling, flags.inlining)
  );
  const interrupt = abortPatiently("one moment: the recording is being written");
  try {
    const [first, ...rest] = run.threads.map((thread) => ({...thread.profile, title: threadTitle(thread)}));
    if (first === undefined) throw nothingRecorded(run);
    const recording: HeapRecording = {...sampling, threads: [first, ...rest], seconds: run.seconds};
    await keepHeapRecording(to, recording);
    const summary = await summariseHeap(recording);
    if (json) {
      const {code, signal, seconds, missing} = run;
      const about = {code, signal, seconds, missing, inlining: flags.inlining, file: to.file};
      terminal.printJson({...about, ...heapJson(recording, summary, top)});
    } else {
      const options = {top, tree: flags.tree === true, width: terminal.columns};
      for (const line of ["", runText(run), ...heapText(recording, summary, options), ""]) terminal.tell(line);
    }
  } finally {
    interrupt.release();
    await run.discard();
  }
  for (const begun of run.missing)
    terminal.tell(printableLine(`${threadTitle(begun)}: nothing was recorded: ${begun.why}`));
  terminal.tell(`kept in ${to.place}`);
  return exitCodeOf(run);
}
