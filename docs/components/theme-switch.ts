import {choose, chosen} from "./preferences.js";

/** Lets the reader switch between light and dark, and remembers the choice in this browser. */
export function startThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>(".theme-switch");
  button?.addEventListener("click", () => choose("theme", isDark() ? "light" : "dark"));
}

function isDark(): boolean {
  const theme = chosen("theme");
  return theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}
