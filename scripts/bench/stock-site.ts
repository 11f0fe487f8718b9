import {mkdir, symlink, writeFile} from "node:fs/promises";
import {join} from "node:path";
import process from "node:process";
import {answerVersions} from "../site/prepare.js";
import {ROOT} from "../store.js";
import {type CommandCost, runCounted} from "./processor-time.js";

/** Framework's defaults but for web fonts, which come from a foreign host, and names that any file server finds. */
const CONFIG = `export default {root: "src", globalStylesheets: [], preserveExtension: true, preserveIndex: true};\n`;

const PAGE = `# One chart

\`\`\`js
import {compile} from "vega-lite";
import {parse, View} from "vega";

const spec = {
  data: {sequence: {start: 0, stop: 10, as: "x"}},
  mark: "point",
  encoding: {x: {field: "x", type: "quantitative"}, y: {field: "x", type: "quantitative"}}
};
const container = display(document.createElement("div"));
new View(parse(compile(spec).spec), {renderer: "svg", container}).run();
\`\`\`
`;

/** The smallest project of its kind, to hold ours against: Framework, and a page with one bare Vega-Lite chart. */
export async function buildStockSite(folder: string): Promise<CommandCost & {readonly out: string}> {
  const src = join(folder, "src");
  await answerVersions(join(src, ".observablehq", "cache"));
  await mkdir(src, {recursive: true});
  await Promise.all([
    symlink(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction"),
    writeFile(join(folder, "package.json"), '{"type": "module"}\n'),
    writeFile(join(folder, "tsconfig.json"), "{}\n"),
    writeFile(join(folder, "observablehq.config.js"), CONFIG),
    writeFile(join(src, "index.md"), PAGE)
  ]);
  const framework = join(ROOT, "node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");
  const env = {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1"};
  const cost = await runCounted([process.execPath, framework, "build"], folder, env);
  return {...cost, out: join(folder, "dist")};
}
