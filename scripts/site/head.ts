/** Before the first paint: the theme that the reader chose, and that there is JavaScript. */
const early = `{
const root = document.documentElement;
root.classList.add("js");
try { const theme = localStorage.getItem("theme"); if (theme) root.dataset.theme = theme; } catch {}
}`;

/** What every page loads: fonts, an icon that asks no server, and one small module. */
export const head = `<link rel="stylesheet" href="/fonts.css">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 13 L6 8 L9 10 L14 3' fill='none' stroke='%23b4501e' stroke-width='2.5' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E">
<meta name="color-scheme" content="light dark">
<script>${early}</script>
<script type="module" src="/components/site.js"></script>`;

/** The one control above every page. */
export const header = `<span class="site-name"><a href="/">Hotpath</a></span>
<button type="button" class="theme-switch" hidden aria-label="Switch between light and dark">
<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor"/></svg>
</button>`;
