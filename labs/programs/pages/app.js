/**
 * Renders the pages of a shop for one visit after the other, and remembers what was looked at.
 *
 *   node app.js [visits]
 */
const PRODUCTS = 4_000;

const visits = Number(process.argv[2] ?? 20_000);
const catalogue = loadCatalogue();
const sessions = new Map();

let characters = 0;
for (let visit = 0; visit < visits; visit++) characters += answer(visit);
console.log(`${visits} visits, ${characters} characters, ${sessions.size} sessions remembered`);

/** Names and prices out of an export that holds much more. */
function loadCatalogue() {
  const rows = JSON.parse(exportOf(PRODUCTS));
  return rows.map(({name, cents}) => ({name, cents}));
}

/** Stands for a file that another system has written. */
function exportOf(count) {
  const rows = [];
  for (let id = 0; id < count; id++) {
    const notes = [`article ${id}`, `supplied by ${id % 17}`, `shelf ${id % 29}`];
    rows.push({id, name: `Product ${id}`, cents: (id * 7919) % 10_000, notes, stock: {north: id % 5, south: id % 7}});
  }
  return JSON.stringify(rows);
}

function answer(visit) {
  const first = (visit * 37) % (PRODUCTS - 20);
  const shown = catalogue.slice(first, first + 20);
  remember(`session-${visit}`, first);
  return render(shown).length;
}

// #region render
function render(products) {
  return `<table>${products.map(rowOf).join("\n")}</table>`;
}

function rowOf({name, cents}) {
  const cells = [name, `${Math.floor(cents / 100)}.${cents % 100}`, cents > 5_000 ? "free delivery" : ""];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
// #endregion

// #region remember
function remember(session, first) {
  const seen = [];
  for (let position = 0; position < 20; position++) seen.push({position, product: first + position});
  sessions.set(session, {seen, times: 1});
}
// #endregion
