import {conceptNamed, glossary as readGlossary, termNamed} from "../concepts-files.js";
import {type DirectiveArguments, required} from "../directive.js";
import type {Term} from "../glossary.js";
import {escapeHtml, inlineCode} from "../html.js";

/** `glossary`: every term with its definition, and what engineers from elsewhere call it. */
export function glossary(): string {
  return `<dl class="glossary">\n${readGlossary().map(entry).join("\n")}\n</dl>`;
}

/** `{{term batch}}`: a link to a term of the glossary, by its name or by the words that follow. */
export function term({positional: [, id, ...words]}: DirectiveArguments): string {
  const found = termNamed(required(id, "the term"));
  return `<a class="term" href="/reference/glossary#${found.id}">${inlineCode(words.join(" ") || found.term)}</a>`;
}

function entry({id, term, also = [], definition, jvm, python, concepts = [], source}: Term): string {
  const others = also.length === 0 ? "" : ` <span class="glossary-also">also ${also.map(inlineCode).join(", ")}</span>`;
  const worlds = [
    jvm === undefined ? "" : `<p class="in-jvm"><b>JVM:</b> ${inlineCode(jvm)}</p>`,
    python === undefined ? "" : `<p class="in-python"><b>Python:</b> ${inlineCode(python)}</p>`
  ];
  const rows = concepts.map((concept) => {
    const {name} = conceptNamed(concept);
    return `<a class="to-concept" href="/reference/concepts#${concept}">${inlineCode(name)}</a>`;
  });
  const read = source === undefined ? [] : [`<a href="${escapeHtml(source)}">source</a>`];
  const more = [...rows, ...read].join(" · ");
  return `<div class="glossary-entry" id="${id}">
<dt><dfn>${inlineCode(term)}</dfn>${others} <a class="concept-anchor" href="#${id}" aria-label="Link to this term: ${escapeHtml(term)}">#</a></dt>
<dd><p>${inlineCode(definition)}</p>${worlds.join("")}${more === "" ? "" : `<p class="glossary-more">${more}</p>`}</dd>
</div>`;
}
