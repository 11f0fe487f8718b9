const FIELDS = ["lab", "verdict", "environment", "source"] as const;

type Filter = Readonly<Record<(typeof FIELDS)[number], string>>;

/**
 * Makes the form above the ledger filter its rows. The address holds the filter: it can be shared, and the
 * browser's back button goes back through it. A claim that the address names is always shown.
 */
export function startLedgerFilter(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    showRows(form);
    keepInAddress(form);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    fill(form, new URLSearchParams());
    keepInAddress(form);
  });
  const follow = () => {
    fill(form, new URLSearchParams(location.search));
    revealNamedRow(form);
  };
  addEventListener("popstate", follow);
  follow();
}

/** A value that the form does not offer, as an old address may hold, chooses nothing. */
function fill(form: HTMLFormElement, values: URLSearchParams): void {
  for (const name of FIELDS) {
    const field = form.elements.namedItem(name) as HTMLSelectElement;
    field.value = values.get(name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
  }
  showRows(form);
}

function keepInAddress(form: HTMLFormElement): void {
  const chosen = [...new FormData(form)].filter(([, value]) => value !== "") as [string, string][];
  const query = new URLSearchParams(chosen).toString();
  history.pushState(null, "", query === "" ? location.pathname : `${location.pathname}?${query}`);
}

function showRows(form: HTMLFormElement): void {
  const filter = Object.fromEntries(new FormData(form)) as Filter;
  const {environment} = filter;
  for (const cell of document.querySelectorAll<HTMLElement>(".ledger [data-environment]")) {
    cell.hidden = environment !== "" && cell.dataset.environment !== environment;
  }
  const rows = [...document.querySelectorAll<HTMLElement>(".ledger-lab tbody tr")];
  for (const row of rows) row.hidden = !admits(filter, row);
  for (const section of document.querySelectorAll<HTMLElement>(".ledger-lab")) {
    section.hidden = section.querySelector("tbody tr:not([hidden])") === null;
  }
  const shown = rows.filter((row) => !row.hidden).length;
  form.querySelector(".ledger-count")!.textContent = `${shown} of ${rows.length} claims`;
}

function admits({lab, verdict, environment, source}: Filter, row: HTMLElement): boolean {
  if (lab !== "" && row.closest<HTMLElement>(".ledger-lab")!.dataset.lab !== lab) return false;
  if (source !== "" && row.dataset.source !== source) return false;
  const cells = [...row.querySelectorAll<HTMLElement>("td")].filter((cell) => !cell.hidden);
  if (verdict === "turns") return row.dataset.standing === "turns" && (environment === "" || cells.length > 0);
  return cells.some((cell) => verdict === "" || cell.dataset.verdict === verdict);
}

function revealNamedRow(form: HTMLFormElement): void {
  const row = document.getElementById(location.hash.slice(1));
  if (row?.closest("[hidden]") == null) return;
  fill(form, new URLSearchParams());
  history.replaceState(null, "", `${location.pathname}${location.hash}`);
  row.scrollIntoView();
}
