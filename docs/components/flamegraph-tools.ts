import {element} from "./element.js";

/** What stands above a flame graph that works. */
export interface FlameTools {
  readonly bar: HTMLElement;
  readonly search: HTMLInputElement;
  readonly reset: HTMLButtonElement;
  readonly turn: HTMLButtonElement;
  readonly copy: HTMLButtonElement;
  /** How much of the whole was found. */
  readonly found: HTMLOutputElement;
  /** Says what the current box is, aloud too. */
  readonly status: HTMLElement;
}

/** Makes the tools of a flame graph. */
export function flameTools(): FlameTools {
  const search = element("input", {type: "search", placeholder: "function or file"});
  const found = element("output");
  const button = (text: string, title: string) => element("button", {type: "button", title}, text);
  const reset = button("Whole", "show the whole again (Escape)");
  const turn = button("Turn over", "draw the root on the other side (r)");
  const copy = button("Copy stack", "copy the stack of the chosen box (c)");
  const status = element("p", {className: "flame-status"});
  status.setAttribute("aria-live", "polite");
  const label = element("label", {}, "Search ", search);
  const bar = element("div", {className: "flame-tools"}, label, found, reset, turn, copy);
  return {bar, search, reset, turn, copy, found, status};
}
