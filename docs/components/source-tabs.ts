import {choose, chosen} from "./preferences.js";

const KEYS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1
};

/**
 * Makes the tabs of code work, as one: a language that is chosen in one block is chosen in all blocks that have it,
 * on all pages. Which panel is seen follows from the mark of the choice on the root element, in the style sheet.
 */
export function startSourceTabs(): void {
  document.addEventListener("click", ({target}) => {
    const tab = tabAt(target);
    if (tab !== null) select(tab);
  });
  document.addEventListener("keydown", (event) => {
    const tab = tabAt(event.target);
    const move = KEYS[event.key];
    if (tab === null || move === undefined) return;
    event.preventDefault();
    const tabs = tabsOf(tab.closest(".source-tabs")!);
    const next = tabs[move(tabs.indexOf(tab), tabs.length)]!;
    select(next);
    next.focus();
  });
  addEventListener("storage", showSelected);
  showSelected();
}

/** The block that the reader clicked stays where it is, whatever the ones above it now take. */
function select(tab: HTMLElement): void {
  const before = tab.getBoundingClientRect().top;
  choose("code", tab.dataset.language!);
  showSelected();
  scrollBy({top: tab.getBoundingClientRect().top - before, behavior: "instant"});
}

function showSelected(): void {
  for (const block of document.querySelectorAll(".source-tabs")) {
    const tabs = tabsOf(block);
    const selected = tabs.find(({dataset}) => dataset.language === chosen("code")) ?? tabs[0];
    for (const tab of tabs) {
      tab.ariaSelected = String(tab === selected);
      tab.tabIndex = tab === selected ? 0 : -1;
    }
  }
}

function tabsOf(block: Element): HTMLElement[] {
  return [...block.querySelectorAll<HTMLElement>('[role="tab"]')];
}

function tabAt(target: EventTarget | null): HTMLElement | null {
  return (target as Element).closest<HTMLElement>('.source-tabs [role="tab"]');
}
