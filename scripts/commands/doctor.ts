import type {Command} from "commander";

const examples = `
Examples:
  $ lab doctor            what this machine can resolve today, and what disturbs it
  $ lab doctor --quick    without the self-check, in about two seconds
  $ lab doctor --json     the same for another program`;

/** Adds `lab doctor`. */
export default function register(program: Command): void {
  program
    .command("doctor")
    .summary("say how well this machine can measure")
    .description(
      "Says how well this machine can measure now: its cores, load, clock rate, power, virtualisation and timer, " +
        "and what comes out when work of known ratio is measured. Needs no privileges and changes nothing."
    )
    .option("--quick", "leave out the self-check")
    .option("--json", "write JSON to standard output")
    .addHelpText("after", examples)
    .action(async (flags: {quick?: true; json?: true}) => {
      const {doctorCommand} = await import("./doctor-action.js");
      await doctorCommand(flags);
    });
}
