import {makeLab} from "../new/make-lab.js";
import {shownPath} from "../shown-path.js";
import {labFile, lessonFile} from "../store.js";
import {terminal} from "../terminal.js";

/** `lab new`. */
export async function newCommand(name: string, question: string): Promise<void> {
  const files = {lab: labFile(name), lesson: lessonFile(name)};
  await makeLab(name, question.trim(), files);
  for (const file of [files.lab, files.lesson]) terminal.print(`made ${shownPath(file)}`);
  terminal.tell(`Add the page to pages in observablehq.config.ts:
  {name: ${JSON.stringify(question.trim().replaceAll("`", ""))}, path: "/lessons/${name}"}
Then: \`lab run ${name} --quick\` measures it, \`npm run docs\` shows the page, \`lab check ${name}\` says what is missing.`);
}
