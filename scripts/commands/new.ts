import type {Command} from "commander";

const examples = `
Examples:
  $ lab new array-or-set
  $ lab new array-or-set --question "Is a text found faster in a Set or in an array?"
  $ lab run array-or-set --quick     the template can be measured as it is
  $ lab check array-or-set           what is still missing`;

/** Adds `lab new`. */
export default function register(program: Command): void {
  program
    .command("new")
    .summary("make a lab and its page from a template")
    .description(
      "Makes labs/<name>/lab.ts and docs/lessons/<name>.md: a lab that can be measured as it is, and a page that shows it. " +
        "What is left to fill in stands between double underscores."
    )
    .argument("<name>", "kebab-case: it becomes the name of the folder and of the page")
    .option(
      "--question <text>",
      "the question of the lab",
      "Is the largest number found faster by a loop or by Math.max?"
    )
    .addHelpText("after", examples)
    .action(async (name: string, {question}: {question: string}) => {
      const {newCommand} = await import("./new-action.js");
      await newCommand(name, question);
    });
}
