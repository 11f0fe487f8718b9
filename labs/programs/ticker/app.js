/**
 * Shows prices to visitors, who come, look for a moment and go, until it is stopped.
 *
 *   node app.js
 */
import {EventEmitter} from "node:events";

const PRODUCTS = 400;
const AT_A_TIME = 50;

// #region state
const prices = new EventEmitter();
// Many visitors listen at a time.
prices.setMaxListeners(0);
const present = new Map();
const lastSeen = [];
// #endregion

// #region visit
class Visit {
  constructor(number) {
    this.number = number;
    this.rows = rowsFrom(number % PRODUCTS);
    prices.on("change", (product, cents) => this.show(product, cents));
    present.set(number, this);
  }

  show(product, cents) {
    const row = this.rows.find((one) => one.product === product);
    if (row !== undefined) row.cents = cents;
  }

  leave() {
    present.delete(this.number);
    lastSeen.push(this.number);
    if (lastSeen.length > 1000) lastSeen.shift();
  }
}
// #endregion

let visits = 0;

function rowsFrom(first) {
  return Array.from({length: 20}, (_, row) => ({product: first + row, cents: 0}));
}

function comeAndGo() {
  for (let more = 0; more < 5; more++) {
    new Visit(visits);
    present.get(visits - AT_A_TIME)?.leave();
    visits++;
  }
}

console.log(`process ${process.pid} shows prices`);
setInterval(comeAndGo, 10);
setInterval(() => prices.emit("change", visits % PRODUCTS, visits), 1000);
