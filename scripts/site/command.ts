import {escapeHtml} from "./html.js";

/** A command for the terminal, with a button that copies it. */
export function command(text: string): string {
  return `<span class="command"><code>${escapeHtml(text)}</code> <button type="button" class="copy" aria-label="Copy the command">Copy</button> <span class="command-status" role="status"></span></span>`;
}
