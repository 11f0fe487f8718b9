/**
 * Answers searches over HTTP, on this machine only. It sends itself the number of searches that it is given, and ends;
 * without a number it searches for itself until it is stopped.
 *
 *   node app.js [searches]
 */
import {createServer} from "node:http";

const searches = process.argv[2] === undefined ? Number.POSITIVE_INFINITY : Number(process.argv[2]);
const words = ["amber", "birch", "cedar", "dusk", "ember", "fern", "grove", "heath"];
const articles = Array.from({length: 3_000}, (_, id) => ({
  id,
  title: titleOf(id),
  tags: [words[id % 8], words[id % 3]]
}));

const server = createServer((request, response) => {
  const wanted = new URL(request.url ?? "/", "http://localhost").searchParams.get("q") ?? "";
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(search(wanted)));
});
server.listen(0, "127.0.0.1", () => {
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : bound}`;
  console.log(`process ${process.pid} answers ${address}/?q=amber`);
  searchAgain(address, 0, 0);
});

function titleOf(id) {
  return `${words[id % 8]} ${words[(id >> 3) % 8]} ${id}`;
}

function search(wanted) {
  const found = [];
  for (const article of snapshotOf(articles)) {
    if (article.title.includes(wanted)) found.push({...article, length: article.title.length});
  }
  return found.slice(0, 20);
}

// #region snapshot
/** Whoever gets the articles must not be able to change ours. */
function snapshotOf(list) {
  return JSON.parse(JSON.stringify(list));
}
// #endregion

async function searchAgain(address, done, characters) {
  if (done >= searches) {
    console.log(`${done} searches, ${characters} characters`);
    server.close();
    return;
  }
  const answer = await fetch(`${address}/?q=${words[done % words.length]}`);
  const text = await answer.text();
  setImmediate(searchAgain, address, done + 1, characters + text.length);
}
