import process from "node:process";
import {brokerFor} from "./chromium/broker.js";
import {chromiumPrograms, identifyChromium} from "./chromium/identify.js";
import {node} from "./node.js";
import {newestLast} from "./programs.js";
import type {RuntimeKind} from "./runtime.js";

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "brew install --cask google-chrome",
  win32: "winget install Google.Chrome"
};

/**
 * Chromium and Chrome, without a window. The Worker of "Run in this page" measures the compiled lab that Node.js runs,
 * in a page that is isolated from other origins, which gives it the finer clock.
 *
 * What is fresh for each fork: a browser context, which is a profile in memory; in it a page, for which Chromium starts
 * a process; in that a Worker, whose engine has run nothing else. All of it ends with the fork. So no cache, storage,
 * compiled code or feedback of another fork is there. What is not fresh: the browser itself, its network and its
 * graphics process, which start with the session and end with it.
 */
export const chromium: RuntimeKind = {
  name: "chromium",
  install: INSTALL[process.platform] ?? "sudo apt install chromium",
  find: async () => {
    const programs = await chromiumPrograms();
    return newestLast(await Promise.all(programs.map((program) => identifyChromium(program))));
  },
  identify: (executable) => identifyChromium(executable),
  hash: node.hash,
  compile: node.compile,
  child: async ({executable}) => (await brokerFor(executable)).socket
};
