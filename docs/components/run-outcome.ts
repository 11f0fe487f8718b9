import {type Comparison, compareRun} from "../lib/estimate.js";
import type {Run} from "../lib/result.js";
import {formatNs} from "../lib/units.js";
import {comparisonSentence} from "../lib/verdict.js";
import {addToCharts} from "./page-layer.js";
import {thisBrowser} from "./this-browser.js";

/** Says what a run in the page has shown, and draws it into the charts that show the same. */
export async function showOutcome(form: HTMLFormElement, run: Run): Promise<void> {
  const comparisons = compareRun(run);
  form.querySelector(".run-lab-status")!.textContent = summaryOf(run, comparisons);
  form.querySelector(".run-lab-outcome")!.replaceChildren(sentences(run, comparisons), conditions(run));
  if (comparisons.length > 0) await addToCharts(form.dataset.lab!, comparisons);
}

function summaryOf({ending, forks, seconds}: Run, comparisons: readonly Comparison[]): string {
  const how = ending === "interrupted" ? "Stopped" : "Done";
  const what = `${forks.length} workers in ${Math.round(seconds)} s`;
  return comparisons.length > 0 ? `${how}: ${what}.` : `${how}: ${what}, too few for an interval.`;
}

function sentences(run: Run, comparisons: readonly Comparison[]): HTMLElement {
  const list = document.createElement("ul");
  const seen = comparisons.map((comparison) => comparisonSentence(comparison, run.lab));
  const failed = run.failures.map(({variant, reason}) => `${variant} could not be measured: ${reason}`);
  for (const sentence of [...seen, ...failed]) {
    const item = document.createElement("li");
    item.textContent = sentence;
    list.append(item);
  }
  return list;
}

function conditions({forks}: Run): HTMLElement {
  const line = document.createElement("small");
  const step = Math.max(...forks.map(({clockStepNs}) => clockStepNs));
  const isolated = crossOriginIsolated ? "" : " (a page that is isolated from other origins gets a finer one)";
  const {name, version} = thisBrowser();
  line.textContent = `${name} ${version}; the clock's step is ${formatNs(step)}${isolated}.`;
  return line;
}
