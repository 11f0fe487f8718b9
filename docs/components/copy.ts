/** Makes every copy button beside a command work, also those that come later. */
export function startCopying(): void {
  document.addEventListener("click", ({target}) => {
    const command = (target as Element).closest(".copy")?.closest(".command");
    if (command) void copyCommand(command);
  });
}

/** Where the browser keeps the clipboard to itself, the command is selected instead. */
async function copyCommand(command: Element): Promise<void> {
  const code = command.querySelector("code")!;
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    say(command, "Copied.");
  } catch {
    getSelection()?.selectAllChildren(code);
    say(command, "Selected: copy it with Ctrl+C or ⌘C.");
  }
}

/** A live region says nothing when its text stays the same. */
function say(command: Element, text: string): void {
  const status = command.querySelector(".command-status")!;
  status.textContent = "";
  requestAnimationFrame(() => {
    status.textContent = text;
  });
}
