import {readdir} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import process from "node:process";
import {ROOT} from "../../../store.js";
import {placed} from "../places.js";
import {askProgram, findPrograms} from "../programs.js";
import type {RuntimeHandle} from "../runtime.js";
import {TOLD_FLAGS} from "./flags.js";

/** The first that runs the whole browser without a window (https://developer.chrome.com/docs/chromium/headless). */
const LEAST_MAJOR = 112;

const RELAY = join(ROOT, "scripts/measure/runtimes/chromium/relay.mjs");

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "chrome",
  "Chromium",
  "Google Chrome",
  "Google Chrome for Testing"
];

const PLAYWRIGHT = "PLAYWRIGHT_BROWSERS_PATH";
const PUPPETEER = "PUPPETEER_CACHE_DIR";

/** Where it is, if not on PATH: see `findPrograms`. */
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    "/opt/google/chrome",
    "/snap/bin",
    placed(PLAYWRIGHT, "~/.cache/ms-playwright", "chromium-*/chrome-linux*"),
    placed(PUPPETEER, "~/.cache/puppeteer", "chrome/*/chrome-linux*")
  ],
  darwin: [
    "/Applications/*.app/Contents/MacOS",
    "~/Applications/*.app/Contents/MacOS",
    placed(PLAYWRIGHT, "~/Library/Caches/ms-playwright", "chromium-*/chrome-mac*/*.app/Contents/MacOS"),
    placed(PUPPETEER, "~/.cache/puppeteer", "chrome/*/chrome-mac*/*.app/Contents/MacOS")
  ],
  win32: [
    placed("PROGRAMFILES", "C:/Program Files", "Google/Chrome/Application"),
    placed("LOCALAPPDATA", "~/AppData/Local", "Google/Chrome/Application"),
    placed("LOCALAPPDATA", "~/AppData/Local", "Chromium/Application"),
    placed(PLAYWRIGHT, "~/AppData/Local/ms-playwright", "chromium-*/chrome-win*"),
    placed(PUPPETEER, "~/.cache/puppeteer", "chrome/*/chrome-win*")
  ]
};

/** The one that CHROMIUM_PATH names; without it, all that are found. */
export async function chromiumPrograms(): Promise<string[]> {
  const {CHROMIUM_PATH} = process.env;
  return CHROMIUM_PATH ? [resolve(CHROMIUM_PATH)] : findPrograms(NAMES, PLACES[process.platform] ?? []);
}

/**
 * Asks a program for its version, without starting the browser. The engine follows from it: V8's releases bear the
 * number of Chromium's milestone, divided by ten (https://v8.dev/docs/version-numbers).
 *
 * @returns null if it is neither Chromium nor Chrome, too old, does not start, or does not answer in time
 */
export async function identifyChromium(executable: string, patienceMs?: number): Promise<RuntimeHandle | null> {
  const version = process.platform === "win32" ? await versionBeside(executable) : await told(executable, patienceMs);
  const major = Number.parseInt(version ?? "", 10);
  if (version === undefined || !(major >= LEAST_MAJOR)) return null;
  const engine = `V8 ${Math.floor(major / 10)}.${major % 10}`;
  return {
    name: "chromium",
    version,
    engine,
    flags: [...TOLD_FLAGS],
    executable,
    relay: process.execPath,
    args: [RELAY]
  };
}

/** "Chromium 142.0.7444.59 built on Debian", "Google Chrome for Testing 142.0.7444.59". */
async function told(executable: string, patienceMs?: number): Promise<string | undefined> {
  const said = await askProgram(executable, ["--version"], patienceMs);
  return /^(?:Chromium|Google Chrome)(?: [A-Z]\w+| for Testing)? (\d+(?:\.\d+){3})\b/m.exec(said?.stdout ?? "")?.[1];
}

/** On Windows `--version` opens a window; but what the program runs is in a folder beside it, named after its version. */
async function versionBeside(executable: string): Promise<string | undefined> {
  if (!/^(chrome|chromium)\.exe$/i.test(basename(executable))) return undefined;
  const names = await readdir(dirname(executable)).catch(() => []);
  const versions = names.filter((name) => /^\d+(\.\d+){3}$/.test(name));
  return versions.sort((a, b) => a.localeCompare(b, "en", {numeric: true})).at(-1);
}
