import {chosen} from "./preferences.js";

/** Where Framework 1.13.4 keeps whether its sidebar is open, for one session. */
const KEPT = "observablehq-sidebar";
/** Framework's width from which the sidebar stands beside the page. */
const WIDE = "(min-width: calc(640px + 6rem + 272px))";

/** A page that opens in presentation size opens without the sidebar. The button in the header brings it back. */
export function startWithoutSidebar(): void {
  if (chosen("presentation") === "off" || sessionStorage.getItem(KEPT) !== null) return;
  sessionStorage.setItem(KEPT, "false");
}

/** Puts the sidebar away when a presentation begins, and back when it ends. */
export function showSidebarUnlessPresenting(): void {
  const wanted = chosen("presentation") === "off";
  if (matchMedia(WIDE).matches && isShown() !== wanted) toggle().click();
}

/** Gives Framework's checkbox, which no keyboard finds with ease, a button in the header that says what it does. */
export function startSidebar(): void {
  const button = document.querySelector<HTMLButtonElement>(".sidebar-switch")!;
  const sidebar = document.querySelector("#observablehq-sidebar")!;
  const tell = () => button.setAttribute("aria-expanded", String(isShown()));
  button.addEventListener("click", () => {
    toggle().click();
    if (isShown()) sidebar.querySelector<HTMLElement>(".observablehq-link-active a")?.focus();
  });
  toggle().addEventListener("change", () => {
    tell();
    if (!isShown() && sidebar.contains(document.activeElement)) button.focus();
  });
  matchMedia(WIDE).addEventListener("change", tell);
  tell();
}

function isShown(): boolean {
  const {checked, indeterminate} = toggle();
  return indeterminate ? matchMedia(WIDE).matches : checked;
}

function toggle(): HTMLInputElement {
  return document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle")!;
}
