import type {Browser} from "playwright-core";
import type {FlameOutcome} from "./flame-result.js";
import {handOver, type Watched, watchPage} from "./watch-page.js";

/** A page that draws the file it is given. */
interface Viewer extends Watched {
  readonly name: string;
  readonly path: string;
}

const statusOf = `document.querySelector(".drop-status").textContent`;
const VIEWERS: readonly Viewer[] = [
  {
    name: "this site",
    path: "reference/your-profiles.html",
    seen: `document.querySelector("figure.is-live .box") !== null`,
    complaint: `/^$|^Reading |is below\\.$/.test(${statusOf}) ? null : ${statusOf}`
  },
  {
    name: "Speedscope",
    path: "speedscope/index.html",
    seen: `document.title.endsWith(" - speedscope")`,
    complaint: `document.body.textContent.includes("Something went wrong") ? "it says that something went wrong" : null`
  }
];

/** What is handed over, and how often. */
export interface HandOvers {
  /** Where the site is served. */
  readonly url: string;
  readonly file: string;
  /** Of the file. */
  readonly bytes: number;
  readonly rounds: number;
  /** Seconds that a viewer is given. */
  readonly patience: number;
  /** True when nothing more may begin. */
  readonly over: () => boolean;
  readonly say: (line: string) => void;
}

/** Gives one profile to all viewers in turn, each in a fresh page: what disturbs the machine for a while disturbs both. */
export async function handOverProfiles(browser: Browser, order: HandOvers): Promise<FlameOutcome[]> {
  const {url, file, bytes, rounds, patience, over, say} = order;
  const outcomes: FlameOutcome[] = [];
  for (let round = 1; round <= rounds && !over(); round++) {
    for (const {name: viewer, path, ...watched} of VIEWERS) {
      const page = await browser.newPage();
      await watchPage(page, watched);
      await page.goto(url + path, {waitUntil: "networkidle"});
      const outcome = await handOver(page, file, patience);
      await page.close();
      outcomes.push({viewer, bytes, round, ...outcome});
      say(`round ${round} of ${rounds}, ${viewer}: ${outcome.failure || `${Math.round(outcome.waited!.picture)} ms`}`);
    }
  }
  return outcomes;
}
