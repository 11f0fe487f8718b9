import assert from "node:assert/strict";
import {test} from "node:test";
import {parseArguments} from "./directive.js";
import {listing} from "./directives/listing.js";
import {overhead} from "./directives/overhead.js";
import {ranks} from "./directives/ranks.js";
import {recording} from "./directives/recording.js";
import {knownRecording, rankedIn} from "./recorded.js";

const given = (text: string) => parseArguments(text, ["top", "tools", "functions"]);

test("the tracer puts a small function first, the sampler the one that searches", () => {
  const [traced, sampled] = ["orders/cprofile.txt", "orders/py-spy.folded"].map((name) =>
    rankedIn(knownRecording(name))
  );
  assert.equal(sampled![0]!.name, "find_customer");
  assert.ok(traced!.findIndex(({name}) => name === "find_customer") > 0);
  for (const ranked of [traced!, sampled!]) {
    assert.deepEqual(
      ranked,
      [...ranked].sort((a, b) => b.share - a.share)
    );
    assert.ok(ranked.reduce((sum, {share}) => sum + share, 0) < 1.01);
  }
});

test("two rankings stand side by side, with the command of each and its machine", () => {
  const html = ranks(given("orders/cprofile.txt orders/py-spy.folded top=3"));
  assert.match(html, /<th scope="row"><code>find_customer<\/code><\/th><td>3\. \(\d+ %\)<\/td><td>1\. \(\d+ %\)<\/td>/);
  assert.match(html, /python3 -m cProfile.*py-spy record/s);
  assert.equal(html.match(/A recording of <code>app\.py<\/code>: python 3\./g)?.length, 2);
});

test("a profile becomes a table of functions, a table of another tool stays as it was printed", () => {
  const html = recording(given("pages/node-26-live.heapprofile top=2"));
  assert.match(html, /<th scope="row">remember<\/th>.*<td>labs\/programs\/pages\/app\.js:\d+<\/td>/);
  assert.equal(html.match(/<tr>/g)?.length, 3);
  assert.match(recording(given("orders/jfr.txt")), /<pre class="recorded".*App\.findCustomer\(int\)/s);
});

test("a listing has a row for each line, marks what may be another's, and says what is not listed", () => {
  for (const version of [20, 24]) {
    const html = listing(given(`photos/lines-node-${version}.json functions=lookAt,lightOf`));
    assert.match(html, /<th scope="row">18<\/th>.*<b class="listing-mark">\?<\/b>.*<code> +const blue = /);
    assert.match(html, /<b class="listing-mark">\?<\/b> may be time of a function of another file/);
    assert.match(html, /<code>lightOf<\/code> is not listed/);
    const shareOf = (colour: string) =>
      Number(new RegExp(`--share: ([\\d.]+)(?:(?!<tr>).)*const ${colour} = `).exec(html)?.[1] ?? 0);
    assert.ok(shareOf("blue") > 10 * (shareOf("red") + shareOf("green")), "three lines that do the same");
  }
  for (const file of ["lines-node-20-exact-lines", "lines-node-24-exact-lines", "lines-node-26"]) {
    const html = listing(given(`photos/${file}.json functions=lightOf`));
    assert.doesNotMatch(html, /listing-mark|not listed/);
    assert.match(html, /<code>lightOf<\/code> \(labs\/programs\/photos\/light\.js:\d+\): [\d,]+ calls/);
  }
});

test("a line without code has no count, one without a sample no time, and the source keeps its indentation", () => {
  const html = listing(given("photos/lines-node-26.json functions=lookAt"));
  assert.match(html, /<th scope="row">13<\/th><td>200<\/td>.*<td><code> {2}let sum = 0;<\/code><\/td>/);
  assert.match(html, /<td><\/td><td><\/td><td><\/td><td><\/td><td><\/td><td><code>}<\/code>/);
});

test("a recording that does not exist is refused with those that do", () => {
  assert.throws(() => knownRecording("orders/none.txt"), /no recording orders\/none\.txt/);
  assert.throws(() => recording(given("nothing/none.txt")), /no recording nothing\/none\.txt/);
});

test("overhead has a row for each tool on each runtime, and a column for each length of a call", () => {
  const html = overhead(given("tools=cProfile"));
  assert.match(html, /<th scope="col">1 step a call<\/th>/);
  assert.match(
    html,
    /<th scope="row">cProfile, python 3\.13\.\d+<\/th>(<td><b>[\d.]+×<\/b> \([^)]+\)<br>[^<]*<small>[^<]+<\/small><\/td>){4}/
  );
  assert.doesNotMatch(html, /sampling/);
});
