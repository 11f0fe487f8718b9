import {exportText} from "../lib/calibration/export-text.js";
import {clearAnswers, forgetAnswer, keepsAnswers, readAnswers} from "./calibration-store.js";
import {calibrationView} from "./calibration-view.js";
import {element} from "./element.js";

/** Shows the answers that this browser keeps, and lets the reader take them along, forget one, or forget all. */
export function startCalibration(): void {
  const view = element("div", {className: "calibration-view", tabIndex: -1});
  const status = element("p", {className: "calibration-status"});
  const dialog = clearDialog();
  status.role = "status";
  document.querySelector(".calibration")!.replaceChildren(view, status, dialog);
  const show = () => view.replaceChildren(...calibrationView(readAnswers(), keepsAnswers()));
  const say = (text: string) => {
    show();
    status.textContent = text;
  };
  view.addEventListener("click", ({target}) => {
    const button = (target as Element).closest("button");
    if (button?.matches(".calibration-export")) exportAnswers();
    else if (button?.matches(".calibration-clear")) ask(dialog);
    else if (button?.matches(".calibration-forget")) say(forget(view, button));
  });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "clear") return;
    clearAnswers();
    say("All answers are forgotten.");
    view.focus();
  });
  addEventListener("storage", show);
  show();
}

/** Forgets one answer; the focus goes to the next, so that a keyboard does not start again at the top. */
function forget(view: HTMLElement, button: HTMLButtonElement): string {
  const index = [...view.querySelectorAll(".calibration-forget")].indexOf(button);
  forgetAnswer(button.value);
  queueMicrotask(() => {
    const left = view.querySelectorAll<HTMLElement>(".calibration-forget");
    (left[Math.min(index, left.length - 1)] ?? view).focus();
  });
  return "One answer is forgotten; its question will be asked again.";
}

function exportAnswers(): void {
  const now = new Date().toISOString();
  const url = URL.createObjectURL(new Blob([exportText(readAnswers(), now)], {type: "application/json"}));
  element("a", {href: url, download: `hotpath-predictions-${now.slice(0, 10)}.json`}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function clearDialog(): HTMLDialogElement {
  const question = element("p", {id: "calibration-sure"}, "Forget all your answers? Nothing else keeps them.");
  const keep = element("button", {value: "keep"}, "Keep them");
  const clear = element("button", {value: "clear"}, "Forget all");
  const form = element("form", {method: "dialog"}, question, keep, " ", clear);
  const dialog = element("dialog", {className: "calibration-dialog"}, form);
  dialog.setAttribute("aria-labelledby", question.id);
  return dialog;
}

/** Escape leaves the return value as it is. */
function ask(dialog: HTMLDialogElement): void {
  dialog.returnValue = "keep";
  dialog.showModal();
}
