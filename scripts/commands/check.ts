import type {Command} from "commander";

const examples = `
Examples:
  $ lab check strings           a lab of this project: also its reference results and its page
  $ lab check ./my-lab.ts       a lab anywhere: its form, its answers, its claims
  $ lab check strings --json

Exit codes: 0 nothing is missing; 1 something is; 2 the lab cannot be read at all.`;

/** Adds `lab check`. */
export default function register(program: Command): void {
  program
    .command("check")
    .summary("say what a lab still lacks")
    .description(
      "The author's gate: answers agree, no work is dead, claims are decided, reference results are fresh, the page is " +
        "complete. What is missing is named with its way out."
    )
    .argument("<lab>", "the name of a lab, or the path of a file that holds one")
    .option("--json", "write JSON to standard output")
    .addHelpText("after", examples)
    .action(async (lab: string, {json}: {json?: true}) => {
      const {checkCommand} = await import("./check-action.js");
      process.exitCode = await checkCommand(lab, json === true);
    });
}
