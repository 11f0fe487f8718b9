import {writeFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {TEMPORARY} from "../../../temporary-data.js";
import {fakeProgram} from "../fake-programs.js";

const SCRIPT = join(TEMPORARY, "fake-chromium.mjs");

/** Speaks as much of the DevTools protocol as is asked of it; its first argument says what else it does. */
const TEXT = `
import {appendFileSync, existsSync, writeFileSync} from "node:fs";
import {Socket} from "node:net";

const [mode, log, ...flags] = process.argv.slice(2);
if (flags.includes("--version")) {
  console.log("Chromium 142.0.7444.59 built on Debian GNU/Linux 12");
  process.exit();
}
if (mode === "does not start") {
  console.error("[1:1:0101/000000.000:ERROR:bus.cc(1)] no bus\\n[1:1:0101/000000.000:FATAL:host.cc(1)] No usable sandbox!");
  process.exit(1);
}
const [from, to] = [new Socket({fd: 3}), new Socket({fd: 4})];
const send = (message) => to.write(JSON.stringify(message) + "\\0");
let made = 0;

const answers = {
  "Browser.getVersion": () => ({jsVersion: "14.2.231.5"}),
  "Target.createBrowserContext": () => ({browserContextId: "context-" + ++made}),
  "Target.createTarget"({url}) {
    setTimeout(() => visit(url, "target-" + made), 10);
    return {targetId: "target-" + made};
  }
};

async function visit(url, targetId) {
  if (mode === "dies" || (mode === "dies once" && !existsSync(log + ".died"))) {
    writeFileSync(log + ".died", "");
    process.exit(7);
  }
  if (mode === "crashes") send({method: "Target.targetCrashed", params: {targetId, status: "crashed", errorCode: 11}});
  const says = {"dies once": '{"answer": "alive again"}', floods: "x".repeat(2 ** 22)}[mode] ?? /^says (.*)/s.exec(mode)?.[1];
  if (says !== undefined) await fetch(new URL("answer", url), {method: "POST", body: says}).catch(() => {});
}

let rest = "";
from.setEncoding("utf8").on("end", () => process.exit());
from.on("data", (part) => {
  const messages = (rest + part).split("\\0");
  rest = messages.pop();
  for (const {id, method, params} of messages.map((text) => JSON.parse(text))) {
    appendFileSync(log, method + "\\n");
    if (mode === "talks nonsense") to.write("hello\\0");
    else send({id, result: answers[method]?.(params) ?? {}});
  }
});
`;

let made = 0;

/**
 * A program that stands in for Chromium. For tests.
 *
 * @param mode what it does when a page is opened: "says …" sends that as the page's answer, "floods" sends too much,
 *   "hangs" nothing, "crashes" loses the page, "dies" and "dies once" end it all; "does not start" and "talks nonsense"
 *   do not come so far
 * @returns its path, and the file that holds the methods that it was asked for
 */
export function fakeChromium(mode: string): {executable: string; log: string} {
  writeFileSync(SCRIPT, TEXT);
  const name = `fake-${made++}/chromium`;
  const log = join(TEMPORARY, `${name}.log`);
  const quoted = [process.execPath, SCRIPT, mode, log].map((text) => `'${text.replaceAll("'", "'\\''")}'`);
  return {executable: fakeProgram(name, `exec ${quoted.join(" ")} "$@"`), log};
}
