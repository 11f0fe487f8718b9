import type {Command} from "commander";
import {ReaderError} from "../errors.js";

const examples = `
Examples:
  $ lab check strings           a lab of this project: also its reference results and its page
  $ lab check ./my-lab.ts       a lab anywhere: its form, its answers, its claims
  $ lab check strings --json
  $ lab check orders.cpuprofile --exercise orders-function --answer main
  $ lab check after.heapsnapshot --before before.heapsnapshot --exercise ticker-retainer --answer present

With --exercise it judges the answer to an exercise of the pages under Profile, by the profile that you recorded. Without
--answer it says what is asked, and how to record it.

Exit codes: 0 nothing is missing, or the answer is right; 1 something is, or it is not; 2 the lab, or the profile, cannot
be read at all.`;

interface CheckFlags {
  readonly exercise?: string;
  readonly answer?: string;
  readonly before?: string;
  readonly json?: true;
}

/** Adds `lab check`. */
export default function register(program: Command): void {
  program
    .command("check")
    .summary("say what a lab still lacks, or whether an exercise is solved")
    .description(
      "The author's gate: answers agree, no work is dead, claims are decided, reference results are fresh, the page is " +
        "complete. What is missing is named with its way out."
    )
    .argument("<lab>", "the name of a lab, the path of a file that holds one, or with --exercise a profile")
    .option("--exercise <name>", "judge a profile: which exercise it is for")
    .option("--answer <name>", "the function, line or retainer that you found")
    .option("--before <file>", "the earlier heap snapshot, where what keeps the growth is asked for")
    .option("--json", "write JSON to standard output")
    .addHelpText("after", examples)
    .action(async (lab: string, {exercise, ...flags}: CheckFlags) => {
      if (exercise !== undefined) {
        const {checkExercise} = await import("./check-exercise-action.js");
        process.exitCode = await checkExercise(lab, {exercise, ...flags});
        return;
      }
      refuseProfile(lab, flags);
      const {checkCommand} = await import("./check-action.js");
      process.exitCode = await checkCommand(lab, flags.json === true);
    });
}

function refuseProfile(file: string, {answer}: CheckFlags): void {
  if (answer === undefined && !/\.(?:(?:cpu|heap)profile|heapsnapshot)$/.test(file)) return;
  throw new ReaderError("lab check: a profile is held against an exercise: --exercise is missing", [
    "the pages under Profile name their exercises, and so does --exercise with a wrong name"
  ]);
}
