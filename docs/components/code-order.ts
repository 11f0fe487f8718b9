import {chosen} from "./preferences.js";

/** Languages in the order in which a reader meets them: that of this book, then their own. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  both: ["ts", "python", "java"],
  python: ["ts", "python", "java"],
  jvm: ["ts", "java", "python"]
};

/** Puts the languages of every block of code in the order that suits where the reader comes from. */
export function arrangeCode(): void {
  const languages = ORDERS[chosen("from")]!;
  for (const block of document.querySelectorAll(".source-tabs")) {
    arrange(block.querySelectorAll<HTMLElement>('[role="tab"]'), languages);
    arrange(block.querySelectorAll<HTMLElement>(".source-panel"), languages);
  }
}

/** Parts of one parent. */
function arrange(parts: Iterable<HTMLElement>, languages: readonly string[]): void {
  const now = [...parts];
  const place = ({dataset}: HTMLElement) => languages.indexOf(dataset.language!);
  const ordered = [...now].sort((a, b) => place(a) - place(b));
  if (ordered.some((part, index) => part !== now[index])) now[0]!.parentElement!.append(...ordered);
}
