import {spawn} from "node:child_process";
import {basename} from "node:path";
import process from "node:process";
import type {ViewFlags} from "../../commands/profile/view.js";
import {printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";
import {toCpuProfile} from "../formats/cpuprofile.js";
import type {Detected} from "../formats/detect.js";
import type {Content} from "../formats/format.js";
import {formatToRead} from "../formats/formats.js";
import {readDetected} from "../formats/read-profile.js";
import {serveView, type View} from "./serve-view.js";

/** What Speedscope knows the formats by. */
const ENDINGS: Readonly<Record<Detected, string>> = {
  cpuprofile: ".cpuprofile",
  heapprofile: ".heapprofile",
  folded: ".collapsedstack.txt",
  speedscope: ".speedscope.json",
  pprof: ".pprof",
  flight: ".cpuprofile",
  jfr: ".jfr",
  trace: ".chrome.json"
};

/** Formats that are checked before they are shown: Speedscope says little of what is wrong in them. */
const CHECKED: ReadonlySet<Detected> = new Set<Detected>(["cpuprofile", "heapprofile", "folded"]);

const OPENERS: Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"]
};

/** `lab profile view`: serves until Ctrl-C. */
export async function viewCommand(file: string, {port = 0, open, json}: ViewFlags): Promise<View> {
  const {format, ...content} = await readDetected(file);
  const {place} = content;
  const bytes = format === "flight" ? profileOf(content) : content.bytes;
  if (CHECKED.has(format)) formatToRead(format).read({bytes, place});
  const ending = ENDINGS[format];
  const name = basename(file).replace(/\.gz$/, "");
  const view = await serveView(
    {name: name.endsWith(ending) ? name : name + ending, title: basename(file), bytes},
    port
  );
  if (json === true) terminal.printJson({url: view.url, file: place, format});
  else terminal.print(view.url);
  terminal.tell(`${printableLine(place)} in Speedscope, for this machine only (Ctrl-C ends it)`);
  if (open) openInBrowser(view.url);
  return view;
}

/** Speedscope knows profiles, and no event loop. */
function profileOf(content: Content): Uint8Array {
  return Buffer.from(JSON.stringify(toCpuProfile(formatToRead("flight").read(content))));
}

function openInBrowser(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(command!, [...args, url], {stdio: "ignore", detached: true});
  child.on("error", (error) =>
    terminal.tell(`no browser could be started (${error.message}): open the address yourself`)
  );
  child.unref();
}
