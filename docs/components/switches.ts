import {arrangePage} from "./arrange-page.js";
import {choose, chosen, type Preference, recallChoices} from "./preferences.js";
import {showSidebarUnlessPresenting} from "./sidebar.js";

/** Makes the switches above every page work; other pages of this browser follow. */
export function startSwitches(): void {
  const switches = document.querySelector(".switches");
  switches?.addEventListener("change", ({target}) => {
    choose("from", (target as HTMLSelectElement).value);
    inPlace(arrangePage);
  });
  switches?.addEventListener("click", ({target}) => {
    const button = (target as Element).closest<HTMLButtonElement>("button[data-preference]");
    if (button !== null) turn(button.dataset.preference as "presentation" | "notes");
  });
  addEventListener("storage", follow);
  addEventListener("pageshow", ({persisted}) => persisted && follow());
}

/** Shows on the switches what was chosen. */
export function showSwitches(): void {
  const from = document.querySelector<HTMLSelectElement>("#switch-from");
  if (from !== null) from.value = chosen("from");
  for (const button of document.querySelectorAll<HTMLElement>("button[data-preference]")) {
    button.setAttribute("aria-pressed", String(chosen(button.dataset.preference as Preference) === "on"));
  }
}

function turn(name: "presentation" | "notes"): void {
  inPlace(() => choose(name, chosen(name) === "on" ? "off" : "on"));
  showSwitches();
  if (name === "presentation") showSidebarUnlessPresenting();
}

function follow(): void {
  recallChoices();
  showSwitches();
  arrangePage();
}

/** Changes the page so that what the reader looks at stays where it is. */
function inPlace(change: () => void): void {
  const top = (element: Element | undefined) => element?.getBoundingClientRect().top ?? 0;
  const seen = [...document.querySelectorAll("main > *")].find((element) => element.getBoundingClientRect().bottom > 0);
  const before = top(seen);
  change();
  if (scrollY > 0) scrollBy({top: top(seen) - before, behavior: "instant"});
}
