import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
];
const NAMES = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/** What to say where the browser tests are skipped. */
export const HOW_TO_GET_A_BROWSER =
  "no Chromium was found: install it (on Debian and Ubuntu: apt-get install chromium), or name one in CHROMIUM_PATH";

/** The Chromium of this machine: the one named in CHROMIUM_PATH, in a usual place, or in PATH. */
export function findChromium({CHROMIUM_PATH, PATH = ""}: NodeJS.ProcessEnv = process.env): string | undefined {
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined;
  const inPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...PLACES, ...inPath].find((path) => existsSync(path));
}
