import type {Command} from "commander";

interface Options {
  readonly json?: true;
  readonly reference?: true;
}

const examples = `
Examples:
  $ lab report                                all that was measured here
  $ lab report strings                        one lab
  $ lab report part-1.json                    a result that is kept elsewhere
  $ lab report --reference                    the results that come with the project
  $ lab report --json | jq '.claims[].verdict'`;

/** `lab report`: estimates and verdicts from stored results. */
export default function register(program: Command): void {
  program
    .command("report")
    .summary("show estimates and verdicts from stored results")
    .description(
      "Shows what stored results say: the comparisons with their intervals and verdicts, the claims of each lab, and what " +
        "weakens them. Nothing is measured."
    )
    .argument("[file...]", "results to show, or labs that were measured here; all of your own, if left out")
    .option("--reference", "show the results that come with the project")
    .option("--json", "write JSON to standard output")
    .addHelpText("after", examples)
    .action(report);
}

async function report(files: readonly string[], options: Options): Promise<void> {
  const {readAll} = await import("../report/read-all.js");
  const {localFiles, referenceFiles} = await import("../store.js");
  const {storedFile} = await import("./stored-file.js");
  const own = files.length > 0 || options.reference === true ? [] : await localFiles();
  const committed = options.reference === true ? await referenceFiles() : [];
  const {results, imported, errors} = await readAll([...files, ...own, ...committed], storedFile);
  const {terminal} = await import("../terminal.js");
  if (errors.length + results.length + imported.length === 0) await throwNothing(options);
  const {importedJson, printImported, printReport, reportJson} = await import("../report/report.js");
  const others = imported.length === 0 ? {} : {imported: imported.map(importedJson)};
  if (options.json === true) terminal.printJson({...reportJson(results), ...others});
  else {
    if (results.length > 0) printReport(...results);
    printImported(...imported);
  }
  for (const text of errors) terminal.tell(text);
  if (errors.length > 0) process.exitCode = 2;
}

async function throwNothing({reference}: Options): Promise<never> {
  const {ReaderError} = await import("../errors.js");
  if (reference === true) throw new ReaderError("lab report: there are no reference results");
  throw new ReaderError("lab report: nothing has been measured here yet", [
    "`lab run all --quick` measures every lab",
    "`lab report --reference` shows the results that come with the project"
  ]);
}
