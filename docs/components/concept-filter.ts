const FIELDS = ["words", "group", "verdict"] as const;

/**
 * Makes the form above the concept map filter its rows. The address holds the filter: it can be shared, and the
 * browser's back button goes back through it. A row that the address names is always shown.
 */
export function startConceptFilter(form: HTMLFormElement): void {
  let typing = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({target}) => {
    const replace = typing && target instanceof HTMLInputElement;
    typing = target instanceof HTMLInputElement;
    showRows(form);
    keepInAddress(form, replace);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    typing = false;
    fill(form, new URLSearchParams());
    keepInAddress(form, false);
  });
  addEventListener("popstate", () => {
    typing = false;
    fill(form, new URLSearchParams(location.search));
    revealNamedRow(form);
  });
  fill(form, new URLSearchParams(location.search));
  revealNamedRow(form);
}

function fill(form: HTMLFormElement, values: URLSearchParams): void {
  for (const name of FIELDS) {
    const field = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
    field.value = values.get(name) ?? "";
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
  }
  showRows(form);
}

function showRows(form: HTMLFormElement): void {
  const {words, group, verdict} = Object.fromEntries(new FormData(form)) as Record<(typeof FIELDS)[number], string>;
  const wanted = words.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const section of document.querySelectorAll<HTMLElement>(".concept-group")) {
    const rows = [...section.querySelectorAll<HTMLElement>(".concept")];
    for (const row of rows) {
      const text = row.textContent!.toLowerCase();
      const right = (group === "" || group === section.dataset.group) && ["", row.dataset.verdict].includes(verdict);
      row.hidden = !right || !wanted.every((word) => text.includes(word));
    }
    const left = rows.filter((row) => !row.hidden).length;
    section.hidden = left === 0;
    shown += left;
  }
  const all = document.querySelectorAll(".concept").length;
  form.querySelector(".concept-count")!.textContent = `${shown} of ${all} rows`;
}

/** @param replace whether the last entry of the history was an earlier state of the same typing */
function keepInAddress(form: HTMLFormElement, replace: boolean): void {
  const chosen = [...new FormData(form)].filter(([, value]) => value !== "") as [string, string][];
  const query = new URLSearchParams(chosen).toString();
  const address = query === "" ? location.pathname : `${location.pathname}?${query}`;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

function revealNamedRow(form: HTMLFormElement): void {
  const row = document.getElementById(location.hash.slice(1))?.closest<HTMLElement>(".concept");
  if (!row?.hidden) return;
  fill(form, new URLSearchParams());
  history.replaceState(null, "", `${location.pathname}${location.hash}`);
  row.scrollIntoView();
}
