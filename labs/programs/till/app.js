/**
 * Sells over HTTP, on this machine only, and looks through its books now and then. It sends itself the number of sales
 * that it is given, and ends.
 *
 *   node app.js [sales]
 */
import {createServer} from "node:http";

const EARLIER = 10_000;
const SALES_A_DAY = 1_500;

const sales = Number(process.argv[2] ?? 6_000);
const articles = Array.from({length: 20_000}, (_, id) => ({id, cents: 100 + ((id * 7919) % 9_000), group: id % 7}));
/** What was sold before this program was started. */
const book = Array.from({length: EARLIER}, (_, number) => saleOf(number));
let doubles = 0;

const server = createServer((request, response) => {
  const sale = saleOf(EARLIER + Number(new URL(request.url ?? "/", "http://localhost").searchParams.get("number")));
  book.push(sale);
  response.end(receiptFor(sale));
  if (book.length % SALES_A_DAY === 0) setImmediate(closeDay);
});
server.listen(0, "127.0.0.1", () => {
  const bound = server.address();
  sellAgain(`http://127.0.0.1:${typeof bound === "object" ? bound?.port : bound}`, 0, 0);
});

function saleOf(number) {
  const customer = (number * 31) % 9_973;
  return {number, customer, article: (number * 17) % articles.length, minute: (number * 13) % 1_440};
}

// #region receipt
/** What was bought, and what goes with it. */
function receiptFor(sale) {
  const bought = articles.slice(sale.article, sale.article + 1);
  return [...bought, ...bought.flatMap(offersFor)].map(lineOf).join("\n");
}

function lineOf({id, cents}) {
  return `${id}: ${(cents / 100).toFixed(2)}`;
}

/** The articles of the same group that cost least. */
function offersFor({group, id}) {
  const others = articles.filter((article) => article.group === group && article.id !== id);
  return others.sort((a, b) => a.cents - b.cents).slice(0, 20);
}
// #endregion

// #region day
function closeDay() {
  doubles = doublesIn(book);
}

/** Sales of one article to one customer in one minute are probably one that was booked twice. */
function doublesIn(list) {
  let found = 0;
  for (let later = 1; later < list.length; later++) {
    const {customer, article, minute} = list[later];
    for (let earlier = 0; earlier < later; earlier++) {
      const other = list[earlier];
      if (other.customer === customer && other.article === article && other.minute === minute) found++;
    }
  }
  return found;
}
// #endregion

async function sellAgain(address, done, characters) {
  if (done >= sales) {
    console.log(`${done} sales, ${characters} characters of receipts, ${doubles} booked twice`);
    server.close();
    return;
  }
  const answer = await fetch(`${address}/?number=${done}`);
  const text = await answer.text();
  setTimeout(sellAgain, 1, address, done + 1, characters + text.length);
}
