import assert from "node:assert/strict";
import {test} from "node:test";
import {ResultError} from "../check-value.js";
import {checkCpuProfile} from "./cpu-profile.js";
import {syntheticCpuProfile} from "./synthetic-profile.js";

// biome-ignore lint/suspicious/noExplicitAny: a test spoils what types would protect
function refusal(spoil: (profile: any) => unknown): string {
  const profile = JSON.parse(JSON.stringify(syntheticCpuProfile(["a", "b", "c"], [0, 1, 2, 0], [5, 10, 20, 30])));
  spoil(profile);
  try {
    checkCpuProfile(profile, "p");
  } catch (error) {
    assert.ok(error instanceof ResultError, String(error));
    return error.message;
  }
  return "accepted";
}

test("what is wrong in a profile is named with its place, what must hold and what came", () => {
  const cases: [(profile: ReturnType<typeof JSON.parse>) => unknown, string][] = [
    [(p) => delete p.nodes, "p: nodes: missing"],
    [(p) => delete p.samples, "p: samples: missing"],
    [(p) => delete p.timeDeltas, "p: timeDeltas: missing"],
    [(p) => (p.samples = {}), "p: samples: expected an array, got Object"],
    [(p) => (p.nodes = []), "p: nodes: expected >=1, got 0"],
    [(p) => (p.nodes[1].callFrame.functionName = 7), "p: nodes[1].callFrame.functionName: expected string, got 7"],
    [(p) => (p.nodes[2].id = "3"), 'p: nodes[2].id: expected number, got "3"'],
    [(p) => (p.samples[2] = null), "p: samples[2]: expected a number, got null"],
    [(p) => (p.timeDeltas[1] = "1e9"), 'p: timeDeltas[1]: expected a number, got "1e9"'],
    [(p) => (p.endTime = null), "p: endTime: expected number, got null"],
    [(p) => p.timeDeltas.pop(), "p: timeDeltas: expected one value a sample (4), got 3"],
    [(p) => (p.samples[3] = 99), "p: samples[3]: expected the id of a node, got 99"],
    [(p) => (p.nodes[3].id = 2), "p: nodes[3].id: 2 is the id of another node too"],
    [(p) => (p.nodes[0].children = [2, 3, 9]), "p: nodes[0].children[2]: expected the id of a node, got 9"],
    [(p) => (p.nodes[1].children = [3]), "p: nodes[1].children[0]: node 3 is called from two nodes"],
    [(p) => p.nodes[0].children.pop(), "p: nodes[3]: expected one root, got a second"]
  ];
  for (const [spoil, message] of cases) assert.equal(refusal(spoil), message);
});

test("nodes that call each other in a circle are refused, with or without a root", () => {
  const circle = "expected a tree, got calls that lead in a circle";
  const apart = refusal((p) => {
    p.nodes[0].children = [2];
    p.nodes[2].children = [4];
    p.nodes[3].children = [3];
  });
  assert.equal(apart, `p: nodes[2]: ${circle}`);
  assert.equal(
    refusal((p) => {
      p.nodes[3].children = [1];
    }),
    `p: nodes[0]: ${circle}`
  );
  assert.equal(
    refusal((p) => {
      p.nodes[0].children = [2, 3];
      p.nodes[3].children = [4];
    }),
    `p: nodes[3]: ${circle}`
  );
});

test("what is no profile at all is refused as a whole", () => {
  for (const value of [null, 7, "nodes", [], undefined]) assert.throws(() => checkCpuProfile(value, "p"), ResultError);
});

test("a profile is accepted whatever its functions are called, and stays what it was", () => {
  const names = ["__proto__", "constructor", "\u001b[2J", "<script>", "\ud800", "x".repeat(100_000), ""];
  const profile = syntheticCpuProfile(names, [0, 1, 2], [1, 1, 1]);
  assert.deepEqual(checkCpuProfile(JSON.parse(JSON.stringify(profile)), "p"), profile);
  assert.equal(({} as {polluted?: boolean}).polluted, undefined);
});

test("a chain of a hundred thousand calls is checked without running out of stack", () => {
  const length = 100_000;
  const callFrame = {functionName: "f", scriptId: "0", url: "", lineNumber: 0, columnNumber: 0};
  const nodes = Array.from({length}, (_, index) => ({
    id: index,
    callFrame,
    ...(index + 1 < length && {children: [index + 1]})
  }));
  const profile = {nodes, startTime: 0, endTime: 1, samples: [length - 1], timeDeltas: [0]};
  assert.equal(checkCpuProfile(profile, "p").nodes.length, length);
});
