import {readFileSync} from "node:fs";
import {Command, CommanderError} from "commander";
import build from "./commands/build.js";
import check from "./commands/check.js";
import compare from "./commands/compare.js";
import docs from "./commands/docs.js";
import doctor from "./commands/doctor.js";
import explainCommand from "./commands/explain.js";
import exportCommand from "./commands/export.js";
import importCommand from "./commands/import.js";
import list from "./commands/list.js";
import merge from "./commands/merge.js";
import makeNew from "./commands/new.js";
import profile from "./commands/profile.js";
import report from "./commands/report.js";
import run from "./commands/run.js";
import runtimes from "./commands/runtimes.js";
import serve from "./commands/serve.js";
import start from "./commands/start.js";
import warmup from "./commands/warmup.js";
import {printable} from "./terminal/printable.js";
import {terminal} from "./terminal.js";

const commands = [
  run,
  report,
  compare,
  explainCommand,
  warmup,
  merge,
  list,
  runtimes,
  doctor,
  profile,
  exportCommand,
  importCommand,
  makeNew,
  check,
  start,
  docs,
  build,
  serve
];

const examples = `
Examples:
  $ lab list                        what can be measured here
  $ lab run strings --quick         measure one lab, in seconds
  $ lab run all                     measure every lab
  $ lab run ./my-lab.ts             measure a lab of your own
  $ lab runtimes                    what labs can be measured on here
  $ lab report                      verdicts from what was measured
  $ lab compare before.json after.json
                                    what differs, and by how much
  $ lab explain shapes              what runtimes report: evidence for why
  $ lab warmup baseline             when code is warm: the time of the first calls
  $ lab doctor                      what disturbs measuring on this machine
  $ lab profile stats f.cpuprofile  functions of a profile, by time
  $ lab <command> --help            options and examples of a command`;

/** The command line, without the name of the program. @returns the exit code */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const program = createProgram();
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], {from: "user"});
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return reportFailure(error);
  } finally {
    terminal.progress.end();
  }
}

function createProgram(): Command {
  const program = new Command("lab")
    .description("Measure on your machine what JavaScript costs, and read the answer.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .option("--no-color", "no colour, whatever the terminal")
    .on("option:no-color", () => {
      terminal.colour = false;
    })
    .exitOverride()
    .configureHelp({styleTitle: (title) => terminal.paint("strong", title)})
    .configureOutput({writeOut: (text) => terminal.print(text.replace(/\n$/, "")), outputError: () => {}})
    .addHelpText("after", examples);
  for (const register of commands) register(program);
  return program;
}

async function reportFailure(error: unknown): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const {explain} = await import("./errors.js");
  const {exitCode, text} = error instanceof CommanderError ? usageFailure(error) : explain(error);
  terminal.progress.end();
  terminal.tell(text);
  return exitCode;
}

/** Commander says "error: unknown option '--quik'", then "(Did you mean --quick?)" on a line of its own. */
function usageFailure({code, message}: CommanderError): {exitCode: number; text: string} {
  const [what = "", ...hint] = message.replace(/^error: /, "").split("\n");
  if (code === "commander.unknownCommand" && hint.length === 0) hint.push("`lab --help` shows the commands");
  const invalid = /^(?:option '(\S+).*' argument|command-argument value) '.*' is invalid(?: for argument '(.*?)')?\. /;
  const said = what.replace(invalid, (_, option, argument) => `${option ?? argument} `);
  const lines = [`lab: ${said}`, ...hint.map((line) => `  ${line.replace(/^\(Did (.*)\)$/, "did $1")}`)];
  return {exitCode: 2, text: printable(lines.join("\n"))};
}

function packageVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as {version: string}).version;
}
