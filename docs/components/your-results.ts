import {groupEnvironments, type PlacedRun} from "../lib/compare-environments.js";
import type {SiteDigest} from "../lib/digest.js";
import {readFile} from "./drop-reader.js";
import {startDropZone} from "./drop-zone.js";
import {element} from "./element.js";
import {showReport} from "./your-results-report.js";

const MOST_FILES = 100;

/** Lets the reader hold result files, and those that the site was built with, against the reference. */
export function startYourResults(form: HTMLFormElement): void {
  const report = document.querySelector<HTMLElement>(".your-results")!;
  const results = new YourResults(form, report);
  startDropZone(form, (files) => results.add(files));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[name=local]")!.addEventListener("click", () => results.addLocal());
  form.querySelector("[name=clear]")!.addEventListener("click", () => results.clear());
}

/** What has been taken so far. Orders are carried out one after another. */
class YourResults {
  private placed: PlacedRun[] = [];
  private problems: string[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly report: HTMLElement
  ) {}

  add(files: readonly File[]): void {
    this.next(async (site) => {
      for (const [index, file] of files.entries()) {
        this.say(`Reading ${index + 1} of ${files.length}: ${file.name}`);
        await this.read(file, index, site);
      }
    });
  }

  addLocal(): void {
    this.next(({local}) => {
      if (local.length === 0) this.problems.push("This copy of the book was built without results of your machine.");
      this.placed.push(...placedAs("local", "", local));
    });
  }

  clear(): void {
    this.next(() => {
      this.placed = [];
    });
  }

  private async read(file: File, index: number, {labs}: SiteDigest): Promise<void> {
    if (index >= MOST_FILES) {
      this.problems.push(`${file.name}: expected at most ${MOST_FILES} files at a time`);
      return;
    }
    const answer = await readFile(file, labs);
    if ("problem" in answer) this.problems.push(answer.problem);
    else if (answer.runs.length === 0) this.problems.push(`${file.name}: runs: expected at least one, got none`);
    else this.placed.push(...placedAs("file", file.name, answer.runs));
  }

  private next(act: (site: SiteDigest) => void | Promise<void>): void {
    this.last = this.last
      .then(async () => {
        this.problems = [];
        const site = await loadDigest();
        await act(site);
        this.show(site);
      })
      .catch((error: Error) => this.say(`The page could not do that: ${error.message}`));
  }

  private show({reference, labs}: SiteDigest): void {
    const own = groupEnvironments(this.placed);
    const list = this.form.querySelector(".drop-problems")!;
    list.replaceChildren(...this.problems.map((problem) => element("li", {}, problem)));
    this.say([readText(own.length, this.placed.length), unreadText(this.problems.length)].filter(Boolean).join(" "));
    if (own.length === 0) this.report.replaceChildren();
    else showReport(this.report, {own, reference: groupEnvironments(placedAs("reference", "", reference)), labs});
  }

  private say(text: string): void {
    this.form.querySelector(".drop-status")!.textContent = text;
  }
}

function placedAs(place: PlacedRun["place"], file: string, runs: SiteDigest["reference"]): PlacedRun[] {
  return runs.map((run) => ({place, file, run}));
}

function readText(environments: number, runs: number): string {
  if (environments === 0) return "";
  return `${counted(runs, "run")} in ${counted(environments, "environment")}.`;
}

function unreadText(count: number): string {
  return count === 0 ? "" : `${counted(count, "problem")}:`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

async function loadDigest(): Promise<SiteDigest> {
  const response = await fetch(document.querySelector<HTMLAnchorElement>("a.site-digest")!.href);
  if (!response.ok) throw new Error("what the book was built with is not there: load the page again");
  return (await response.json()) as SiteDigest;
}
