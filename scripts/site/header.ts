const LINES = 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"';

const lines = `<path d="M2 4h12M2 8h12M2 12h12" ${LINES}/>`;
const screen = `<rect x="1.5" y="2.5" width="13" height="8.5" rx="1" ${LINES}/><path d="M8 11v2.75M5 13.75h6" ${LINES}/>`;
const note = `<path d="M3 1.75h6.5L13 5.25v9H3zM9.5 1.75v3.5H13M5.5 8.25h5M5.5 11.25h5" ${LINES}/>`;
const halves = `<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor"/>`;

/** What stands above every page: the way to the others, a name, and the switches for how all pages are shown. */
export const header = `${button("Pages", 'class="sidebar-switch" aria-controls="observablehq-sidebar" aria-expanded="false"', lines)}
<span class="site-name"><a href="/">Hotpath</a></span>
<div class="switches" role="group" aria-label="How pages are shown">
<span class="switch-from"><label for="switch-from"><span class="switch-from-lead">I come </span>from</label>
<select id="switch-from" autocomplete="off">
<option value="jvm">the JVM</option><option value="python">Python</option><option value="both" selected>both</option>
</select></span>
${button("Presentation size", 'data-preference="presentation" aria-pressed="false"', screen)}
${button("Instructor’s notes", 'data-preference="notes" aria-pressed="false"', note)}
${button("Switch between light and dark", 'class="theme-switch"', halves)}
</div>`;

function button(label: string, attributes: string, drawing: string): string {
  return `<button type="button" ${attributes} aria-label="${label}" title="${label}">
<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${drawing}</svg></button>`;
}
