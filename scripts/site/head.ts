import {join} from "node:path";
import {buildSync} from "esbuild";
import {ROOT} from "../store.js";

/** The script that runs before the first paint, as text: the reader's choices, and that there is JavaScript. */
const early = buildSync({
  entryPoints: [join(ROOT, "docs/components/early.ts")],
  bundle: true,
  format: "iife",
  minify: true,
  target: "es2022",
  write: false
}).outputFiles[0]!.text.trim();

/** What every page loads: fonts, an icon that asks no server, and one small module. */
export const head = `<link rel="stylesheet" href="/fonts.css">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 13 L6 8 L9 10 L14 3' fill='none' stroke='rgb(180,80,30)' stroke-width='2.5' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E">
<meta name="color-scheme" content="light dark">
<script>${early}</script>
<script type="module" src="/components/site.js"></script>`;
