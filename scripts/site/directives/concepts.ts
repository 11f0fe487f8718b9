import {listed} from "../chart/provenance.js";
import {type Concept, type ConceptMap, isConfirmed} from "../concepts.js";
import {conceptMap} from "../concepts-files.js";
import {type Lesson, readLessons} from "../concepts-lessons.js";
import {escapeHtml, inlineCode} from "../html.js";

const VERDICTS = {same: "same", similar: "similar, beware", none: "nothing like it"} as const;
const WORLDS = {jvm: "JVM", python: "Python", node: "Node.js"} as const;

/** `concepts`: the whole concept map, by group, with the form that filters it. */
export function concepts(): string {
  const map = conceptMap();
  const lessons = readLessons();
  const sections = map.groups.map(({id, title}) => {
    const rows = map.rows.filter(({group}) => group === id).map((row) => conceptCard(row, map.tried, lessons));
    return `<section class="concept-group" data-group="${id}">
<h2 id="${id}">${escapeHtml(title)}</h2>
${rows.join("\n")}
</section>`;
  });
  const versions = escapeHtml(listed(map.tried));
  return `${filterForm(map)}
<p class="concept-tried">Expressions were run on Node.js ${versions}.</p>
${sections.join("\n")}`;
}

function filterForm({groups, rows}: ConceptMap): string {
  const groupOptions = groups.map(({id, title}) => `<option value="${id}">${escapeHtml(title)}</option>`);
  const verdictOptions = Object.entries(VERDICTS).map(([id, words]) => `<option value="${id}">${words}</option>`);
  return `<form class="concept-filter" role="search" aria-label="Concept map">
<label>Words <input type="search" name="words" autocomplete="off" spellcheck="false"></label>
<label>Group <select name="group"><option value="">all</option>${groupOptions.join("")}</select></label>
<label>Verdict <select name="verdict"><option value="">all</option>${verdictOptions.join("")}</select></label>
<button type="reset">Show all</button>
<output class="concept-count" role="status">${rows.length} of ${rows.length} rows</output>
</form>`;
}

function conceptCard(row: Concept, tried: readonly string[], lessons: readonly Lesson[]): string {
  const {id, name, verdict, trap} = row;
  const title = inlineCode(name);
  const cells = Object.entries(WORLDS).map(([world, label]) => {
    const text = row[world as keyof typeof WORLDS];
    return `<div class="concept-${world}"><dt>${label}</dt><dd>${text === null ? "nothing" : inlineCode(text)}</dd></div>`;
  });
  return `<article class="concept" id="${id}" data-verdict="${verdict}" aria-labelledby="${id}-name">
<h3 id="${id}-name">${title} <a class="concept-anchor" href="#${id}" aria-label="Link to this row: ${escapeHtml(name)}">#</a></h3>
<p class="concept-verdict concept-${verdict}">${VERDICTS[verdict]}</p>
<dl>${cells.join("")}</dl>
<p class="concept-trap"><b>The trap:</b> ${inlineCode(trap)}</p>
<ul class="concept-notes">${notes(row, tried, lessons)
    .map((note) => `<li>${note}</li>`)
    .join("")}</ul>
</article>`;
}

function notes(row: Concept, tried: readonly string[], lessons: readonly Lesson[]): string[] {
  const found = [versionNote(row), lessonNote(row, lessons), sourceNote(row), ranNote(row), checkNote(row, tried)];
  return [...found, unconfirmedNote(row)].filter((note) => note !== undefined);
}

function versionNote({versions}: Concept): string | undefined {
  if (versions === undefined) return undefined;
  const {from, to} = versions;
  if (from === undefined) return `Node.js up to ${to}`;
  return to === undefined ? `Node.js ${from} and later` : `Node.js ${from} to ${to}`;
}

function lessonNote({id, lab}: Concept, lessons: readonly Lesson[]): string | undefined {
  const about = lessons.filter(({name, concepts}) => name === lab || concepts.has(id));
  const links = about.map(({path, title}) => `<a href="${path}">${inlineCode(title)}</a>`);
  const own = lab === undefined || about.some(({name}) => name === lab) ? [] : [`lab <code>${lab}</code>`];
  const all = [...links, ...own];
  return all.length === 0 ? undefined : `${lab === undefined ? "See" : "Measured"}: ${all.join(", ")}`;
}

function sourceNote({sources}: Concept): string | undefined {
  if (sources.length === 0) return undefined;
  const links = sources.map((url) => `<a href="${escapeHtml(url)}">${escapeHtml(shortened(url))}</a>`);
  return `Read in ${listed(links)}`;
}

/** A page's address without what all addresses have. */
function shortened(url: string): string {
  const {host, pathname, hash} = new URL(url);
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/$/, "")}${hash}`;
}

function ranNote({ran = []}: Concept): string | undefined {
  return ran.length === 0 ? undefined : `Tried on ${escapeHtml(listed(ran))}`;
}

function checkNote({check}: Concept, tried: readonly string[]): string | undefined {
  if (check === undefined) return undefined;
  const command = ["node", ...(check.flags ?? []), "-p", `'${check.expression}'`].join(" ");
  const majors = listed(tried.map((version) => version.split(".")[0]!));
  return `<details><summary>Tried on Node.js ${majors}</summary><code>${escapeHtml(command)}</code></details>`;
}

function unconfirmedNote(row: Concept): string | undefined {
  if (row.unconfirmed === undefined) return undefined;
  const label = isConfirmed(row) ? "Not confirmed" : "Nothing here is confirmed";
  return `<span class="concept-unconfirmed"><b>${label}:</b> ${inlineCode(row.unconfirmed)}</span>`;
}
