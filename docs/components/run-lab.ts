import type {Kind} from "../lib/lab.js";
import type {PagePlan, PageProgress} from "./page-run.js";

const BLOCKS = 6;
const running = new WeakMap<HTMLFormElement, AbortController>();

/** Makes every "Run in this page" on this page work, also those that come later. */
export function startRuns(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches(".run-lab")) return;
    event.preventDefault();
    if (!running.has(form)) void run(form);
  });
  document.addEventListener("click", ({target}) => {
    const stop = (target as Element).closest(".run-lab-stop");
    if (stop !== null) running.get(stop.closest("form")!)?.abort();
  });
}

async function run(form: HTMLFormElement): Promise<void> {
  const abort = new AbortController();
  running.set(form, abort);
  setRunning(form, true);
  try {
    const [{measureInPage}, {showOutcome}] = await Promise.all([import("./page-run.js"), import("./run-outcome.js")]);
    const result = await measureInPage(planOf(form), (progress) => showProgress(form, progress), abort.signal);
    await showOutcome(form, result);
  } catch (error) {
    say(form, error instanceof Error ? error.message : String(error));
  } finally {
    running.delete(form);
    setRunning(form, false);
  }
}

function planOf(form: HTMLFormElement): PagePlan {
  const {variants = "", size, kind, hash = ""} = form.dataset;
  const {href} = form.querySelector<HTMLAnchorElement>("a[download]")!;
  return {lab: href, hash, variants: variants.split(","), size: Number(size), kind: kind as Kind, blocks: BLOCKS};
}

function showProgress(form: HTMLFormElement, {variant, done, of}: PageProgress): void {
  form.querySelector("progress")!.value = done / of;
  if (done % 5 === 0) say(form, `Measuring ${variant}: ${done} of ${of} workers are done.`);
}

function setRunning(form: HTMLFormElement, on: boolean): void {
  form.setAttribute("aria-busy", String(on));
  form.querySelector<HTMLButtonElement>("[type=submit]")!.disabled = on;
  form.querySelector<HTMLButtonElement>(".run-lab-stop")!.hidden = !on;
  form.querySelector("progress")!.hidden = !on;
}

function say(form: HTMLFormElement, text: string): void {
  form.querySelector(".run-lab-status")!.textContent = text;
}
