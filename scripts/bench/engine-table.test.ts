import assert from "node:assert/strict";
import test from "node:test";
import type {Outcomes, PairOutcome} from "./engine-result.js";
import {engineRows, engineTable} from "./engine-table.js";
import {judgeGoals} from "./goals.js";

const nothing: Outcomes = {pairs: [], order: [], dead: [], ladder: [], failures: []};

function identical(tool: PairOutcome["tool"], different: boolean, seconds = 2): PairOutcome {
  return {tool, pair: "identical", ratio: 1, different, same: !different, said: "", seconds};
}

function goal(outcomes: Partial<Outcomes>, text: string) {
  return judgeGoals({...nothing, ...outcomes}).find((one) => one.goal.startsWith(text))!;
}

test("a bench that measured nothing has no rows and no goal that is met", () => {
  assert.deepEqual(engineRows(nothing), []);
  assert.ok(judgeGoals(nothing).every(({met}) => met === null));
});

test("a share stands with its number, what it is of, and its interval", () => {
  const pairs = Array.from({length: 100}, () => identical("hotpath", false));
  const cell = engineRows({...nothing, pairs}).find(({measure}) => measure === "identical work: called different");
  assert.deepEqual(cell, {
    tool: "hotpath",
    measure: "identical work: called different",
    value: "0 of 100 (0 to 3.7 %)"
  });
});

test("a tool that was not measured in a line leaves its cell empty", () => {
  const dead = [{tool: "mitata" as const, kernel: "unused-sum", noticed: false, said: "0.3 ns"}];
  const {tools, lines} = engineTable(engineRows({...nothing, dead, pairs: [identical("hotpath", false)]}));
  assert.deepEqual(tools, ["hotpath", "mitata"]);
  assert.deepEqual(lines.find(({measure}) => measure === "dead work noticed")?.values, ["", "0 of 1"]);
});

test("one false alarm in 100 identical pairs meets the goal, two do not", () => {
  const pairs = (alarms: number) => Array.from({length: 100}, (_, i) => identical("hotpath", i < alarms));
  assert.equal(goal({pairs: pairs(1)}, "identical pairs called different").met, true);
  assert.equal(goal({pairs: pairs(2)}, "identical pairs called different").met, false);
});

test("only our own pairs are held against the goals", () => {
  assert.equal(goal({pairs: [identical("mitata", true)]}, "identical pairs called different").met, null);
});

test("one pair that took too long fails the goal for time", () => {
  assert.equal(goal({pairs: [identical("hotpath", false, 5)]}, "every pair").met, true);
  assert.equal(goal({pairs: [identical("hotpath", false), identical("hotpath", false, 5.1)]}, "every pair").met, false);
});
