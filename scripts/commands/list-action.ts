import {explain} from "../errors.js";
import {compileChild, compileLab} from "../measure/compile.js";
import {describe} from "../measure/describe.js";
import {currentHashes} from "../measure/runtimes/current-hashes.js";
import {nodeRuntime} from "../measure/runtimes/node.js";
import {type LabEntry, labEntry} from "../report/lab-entry.js";
import {listText} from "../report/list-text.js";
import {readAll} from "../report/read-all.js";
import {sanitise} from "../report/sanitise.js";
import {labFile, labNames, localFiles, referenceFiles} from "../store.js";
import {terminal} from "../terminal.js";

/** `lab list`. @returns 0, or 2 if a lab or a result cannot be read: the others are shown all the same */
export async function listCommand(json: boolean): Promise<number> {
  const [local, reference] = await Promise.all([readAll(await localFiles()), readAll(await referenceFiles())]);
  const describeOne = await describer();
  const errors = [...local.errors, ...reference.errors];
  const labs: LabEntry[] = [];
  for (const name of await labNames()) {
    try {
      labs.push(labEntry(name, await describeOne(name), local.results, reference.results));
    } catch (error) {
      const {exitCode, text} = explain(error);
      if (exitCode !== 2) throw error;
      errors.push(text);
    }
  }
  if (json) terminal.printJson({labs});
  else for (const line of listText(labs.map(sanitise), terminal)) terminal.print(line);
  for (const text of errors) terminal.tell(text);
  return errors.length === 0 ? 0 : 2;
}

async function describer() {
  const [runtime, child] = await Promise.all([nodeRuntime(), compileChild()]);
  const options = {runtime, child, timeoutMs: 10_000, signal: new AbortController().signal};
  return async (name: string) => {
    const compiled = await compileLab(labFile(name));
    return {hashOn: await currentHashes(labFile(name)), description: await describe(compiled, options)};
  };
}
