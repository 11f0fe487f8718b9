/**
 * Reads the orders of many days, a line each, and adds up what every customer spent in every month.
 *
 *   node app.js [days]
 */
const CUSTOMERS = 300;
const ORDERS_A_DAY = 2_000;
const SEMICOLON = 59;
const NEWLINE = 10;

// #region cursor
/** A place in a text. */
class Cursor {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  atEnd() {
    return this.at >= this.text.length;
  }

  atSeparator() {
    const code = this.text.charCodeAt(this.at);
    return code === SEMICOLON || code === NEWLINE;
  }

  digit() {
    return this.text.charCodeAt(this.at++) - 48;
  }

  skip() {
    this.at++;
  }
}
// #endregion

const days = Number(process.argv[2] ?? 1_000);
const customers = Array.from({length: CUSTOMERS}, (_, index) => ({id: 1000 + index, months: new Array(12).fill(0)}));

for (let day = 0; day < days; day++) bookDay(new Cursor(ordersOf(day)));
console.log(report());

/** The orders of a day as another system would send them: customer, month, cents. */
function ordersOf(day) {
  let text = "";
  let state = day + 1;
  for (let order = 0; order < ORDERS_A_DAY; order++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += `${1000 + (state % CUSTOMERS)};${1 + (day % 12)};${state % 9973}\n`;
  }
  return text;
}

function bookDay(cursor) {
  while (!cursor.atEnd()) {
    const id = nextNumber(cursor);
    const month = nextNumber(cursor);
    findCustomer(id).months[month - 1] += nextNumber(cursor);
  }
}

// #region number
/** The number that begins here; the cursor passes it and the separator behind it. */
function nextNumber(cursor) {
  let number = 0;
  while (!cursor.atSeparator()) number = number * 10 + cursor.digit();
  cursor.skip();
  return number;
}
// #endregion

// #region find
function findCustomer(id) {
  for (const customer of customers) {
    if (customer.id === id) return customer;
  }
  throw new Error(`no customer ${id}`);
}
// #endregion

function report() {
  let most = {id: 0, cents: 0};
  let all = 0;
  for (const {id, months} of customers) {
    const cents = months.reduce((sum, spent) => sum + spent, 0);
    all += cents;
    if (cents > most.cents) most = {id, cents};
  }
  return `${customers.length} customers spent ${all} cents; ${most.id} the most, ${most.cents}`;
}
