import assert from "node:assert/strict";
import {before, test} from "node:test";
import type {ClaimVerdict} from "#lib/verdict.js";
import {ledger} from "./directives/ledger.js";
import {turnsAmongNodes, turnsElsewhere} from "./directives/ledger-turns.js";
import {labNamed, labNames} from "./known-labs.js";
import {countStandings, type LedgerColumn, type LedgerRow, readLedger, standingOf} from "./ledger.js";
import {prepareLabs} from "./prepare.js";

before(prepareLabs);

const figure = [1, 2] as const;
const holds = {verdict: "holds", interval: figure} as const;
const fails = {verdict: "fails", interval: figure} as const;
const undecided = {verdict: "undecided", interval: figure} as const;
const silent = {verdict: "undecided", interval: null} as const;

test("a claim holds only where every figure says so, and turns as soon as two disagree", () => {
  assert.equal(standingOf([holds, holds]), "holds");
  assert.equal(standingOf([holds, undecided]), "open");
  assert.equal(standingOf([fails, undecided]), "fails");
  assert.equal(standingOf([holds, undecided, fails]), "turns");
});

test("an environment without a figure says nothing, and nothing at all leaves a claim open", () => {
  assert.equal(standingOf([holds, silent]), "holds");
  assert.equal(standingOf([fails, silent]), "fails");
  assert.equal(standingOf([silent]), "open");
  assert.equal(standingOf([]), "open");
});

test("the ledger has every claim of every lab, each with an anchor of its own", () => {
  const rows = readLedger().flatMap(({twin, rows}) => (twin === null ? rows : []));
  const claims = labNames().flatMap((name) => labNamed(name).claims);
  assert.deepEqual(rows.map(({claim}) => claim.that).sort(), claims.map(({that}) => that).sort());
  assert.equal(new Set(rows.map(({anchor}) => anchor)).size, rows.length);
  assert.ok(rows.every(({anchor}) => /^[A-Za-z][\w-]*$/.test(anchor)));
});

test("standings add up to the claims, and the article's are among them", () => {
  const labs = readLedger();
  const {all, holds, fails, turns, open} = countStandings(labs);
  assert.equal(holds + fails + turns + open, all);
  const said = countStandings(labs, "article").all;
  assert.ok(said > 0 && said < all);
});

test("what turns or fails stands before what holds", () => {
  const order = ["turns", "fails", "open", "holds"];
  for (const {name, rows} of readLedger()) {
    const standings = rows.map(({standing}) => order.indexOf(standing));
    assert.deepEqual(standings, [...standings].sort(), name);
  }
});

test("a claim that turns between two Nodes is told apart from one that turns between runtimes", () => {
  const columns = ["node", "node", "bun"].map((name, index) => columnOf(`${name} ${index}`, name));
  const rows = [rowOf("among-nodes", [holds, fails, silent]), rowOf("elsewhere", [holds, undecided, fails])];
  const labs = [{name: "x", twin: null, question: "?", lesson: null, columns, rows}];
  const among = turnsAmongNodes(labs);
  assert.match(among, /among-nodes.*holds.*node 0: 1\.5.*fails.*node 1: 1\.5/s);
  assert.doesNotMatch(among, /bun|elsewhere/);
  const other = turnsElsewhere(labs);
  assert.match(other, /elsewhere.*node 0.*bun 2/s);
  assert.doesNotMatch(other, /among-nodes|node 1/);
  assert.equal(turnsAmongNodes([]), "");
});

test("the table has a row for each claim, and a cell for each of its environments", () => {
  const html = ledger();
  for (const {rows, columns} of readLedger()) {
    for (const {anchor} of rows) {
      const [row = ""] = html.split(`<tr id="${anchor}"`)[1]?.split("</tr>") ?? [];
      assert.equal(row.split("<td").length - 1, Math.max(1, columns.length), anchor);
    }
  }
});

function columnOf(name: string, runtime: string): LedgerColumn {
  return {key: name, name, environment: {run: {runtime: {name: runtime}}}} as LedgerColumn;
}

function rowOf(anchor: string, verdicts: readonly Pick<ClaimVerdict, "verdict" | "interval">[]): LedgerRow {
  const claim = {that: anchor, variant: "join", ratio: {above: 1}, at: 1};
  const judged = verdicts.map((one) => ({
    ...one,
    claim,
    sentence: "",
    groups: [],
    ratio: one.interval === null ? null : 1.5
  }));
  return {anchor, claim, judged, standing: standingOf(judged)};
}
