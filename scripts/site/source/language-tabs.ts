const NAMES: Record<string, string> = {ts: "TypeScript", js: "JavaScript", python: "Python", java: "Java"};

/** The same code in one language. */
export interface LanguagePanel {
  readonly language: string;
  readonly html: string;
}

/**
 * Code in several languages, in tabs: the ARIA roles are there from the start. Without JavaScript all panels are
 * shown under the names of their languages.
 *
 * @param id prefix of the ids, of which each page has one set for each group
 */
export function languageTabs(panels: readonly LanguagePanel[], id: string): string {
  const tabs = panels.map(({language}, index) => {
    const state = `aria-selected="${index === 0}" tabindex="${index === 0 ? 0 : -1}"`;
    const own = `id="${id}-${language}-tab" aria-controls="${id}-${language}" data-language="${language}"`;
    return `<button type="button" role="tab" ${own} ${state}>${NAMES[language]}</button>`;
  });
  return `<div class="source-tabs">
<div role="tablist" aria-label="Language">${tabs.join("")}</div>
${panels.map((one) => panel(one, id)).join("\n")}
</div>
`;
}

function panel({language, html}: LanguagePanel, id: string): string {
  const own = `id="${id}-${language}" aria-labelledby="${id}-${language}-tab" data-language="${language}"`;
  return `<div class="source-panel" role="tabpanel" ${own}><p class="source-language">${NAMES[language]}</p>${html}</div>`;
}
