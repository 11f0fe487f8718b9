/** Lets the reader switch between light and dark, and remembers the choice in this browser. */
export function startThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>(".theme-switch");
  if (button === null) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // A browser that keeps nothing still switches.
    }
  });
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}
