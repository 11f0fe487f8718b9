import assert from "node:assert/strict";
import {test} from "node:test";
import type {CallFrame} from "./call-frame.js";
import {CountedScript} from "./counted-script.js";
import {placeKey} from "./line-charges.js";
import {errorUs, listingOf, type SourceView} from "./listing.js";
import {type CountedProgram, placeCharges} from "./place-charges.js";

/** One function a script, from its first line to its last, called ten times. */
function scriptOf(url: string, name: string, before: number, lines: number): CountedScript {
  const head = "\n".repeat(before);
  const text = `${head}function ${name}() {${"\n  work();".repeat(lines - 2)}\n}\n;`;
  const range = (startOffset: number, count: number) => ({startOffset, endOffset: text.length - 2, count});
  const whole = {functionName: "", ranges: [{startOffset: 0, endOffset: text.length, count: 1}]};
  return new CountedScript(url, text, [[whole, {functionName: name, ranges: [range(before, 10)]}]]);
}

/** V8 names the place of the parameters. */
function frameOf({url, functions, lines}: CountedScript): CallFrame {
  const {name, line} = functions.find(({isModule}) => !isModule)!;
  return {functionName: name, scriptId: "1", url, lineNumber: line - 1, columnNumber: lines.textOf(line).indexOf("(")};
}

function programOf(scripts: readonly CountedScript[], chargesInlined: boolean): CountedProgram {
  const codeOf = ({lines}: CountedScript) =>
    new Map(
      Array.from({length: lines.count}, (_, index) => index + 1)
        .filter((line) => /\w/.test(lines.textOf(line)))
        .map((line) => [line, lines.offsetAt(line, 1)])
    );
  return {scripts: new Map(scripts.map((script) => [script.url, script])), codeOf, chargesInlined};
}

const main = scriptOf("file:///main.js", "outer", 0, 5);
const helper = scriptOf("file:///helper.js", "heavy", 10, 5);
const other = scriptOf("file:///other.js", "rare", 10, 5);

function place(scripts: readonly CountedScript[], line: number, called: readonly CountedScript[], inlined = false) {
  const callees = new Map([[placeKey(frameOf(main)), new Set(called.map((each) => placeKey(frameOf(each))))]]);
  const charges = [{frame: frameOf(main), line, samples: 4, us: 400}];
  const placed = placeCharges({charges, callees}, programOf(scripts, inlined));
  const found = [...placed.functions].filter(([, {samples}]) => samples > 0);
  return {
    lines: found.flatMap(([{name}, {lines}]) => [...lines].map(([at, time]) => ({name, at, ...time}))),
    foreign: [...placed.functions].map(([, {foreign}]) => foreign.samples).reduce((sum, each) => sum + each, 0)
  };
}

const time = {samples: 4, us: 400, returned: 0, likely: 0, doubtful: 0};

test("a line that the caller does not have goes back to the one function of the program that has it", () => {
  const {lines, foreign} = place([main, helper], 12, []);
  assert.deepEqual([lines, foreign], [[{...time, name: "heavy", at: 12, returned: 4}], 0]);
});

test("where several have it, the one that the caller was seen to call is likely; else it is foreign", () => {
  assert.deepEqual(place([main, helper, other], 12, [helper]).lines, [{...time, name: "heavy", at: 12, likely: 4}]);
  for (const called of [[], [helper, other]]) {
    const {lines, foreign} = place([main, helper, other], 12, called);
    assert.deepEqual([lines, foreign], [[], 4]);
  }
});

test("a line that nothing has is foreign", () => {
  assert.deepEqual(place([main, helper], 90, [helper]), {lines: [], foreign: 4});
});

test("a line of its own is doubtful where a function of another file that it calls has one of this number", () => {
  const near = scriptOf("file:///near.js", "close", 0, 5);
  const doubtful = (inlined: boolean, called: readonly CountedScript[]) =>
    place([main, near], 3, called, inlined).lines.map((line) => line.doubtful);
  assert.deepEqual([doubtful(false, [near]), doubtful(false, []), doubtful(true, [near])], [[4], [0], [0]]);
});

test("a function that was not counted is named, with its time", () => {
  const placed = placeCharges(
    {charges: [{frame: frameOf(helper), line: 12, samples: 4, us: 400}], callees: new Map()},
    programOf([main], true)
  );
  assert.deepEqual(
    [...placed.uncounted.values()].map(({frame, us}) => [frame.functionName, us]),
    [["heavy", 400]]
  );
});

test("a listing has each line's own count and time, and what stands on no line beside them", () => {
  const frame = frameOf(main);
  const charges = [
    {frame, line: 2, samples: 9, us: 900},
    {frame, line: 0, samples: 1, us: 100}
  ];
  const program = programOf([main], true);
  const placed = placeCharges({charges, callees: new Map()}, program);
  const span = main.functions.find(({name}) => name === "outer")!;
  const view: SourceView = {
    file: main.url,
    first: span.line,
    last: span.lastLine,
    code: program.codeOf(main),
    lineOf: (line) => line,
    textOf: (line) => main.lines.textOf(line)
  };
  const {rows, whole, unlined} = listingOf(span, main, view, placed);
  const [head, hot] = rows;
  assert.deepEqual([head!.hits, hot!.hits, hot!.source, hot!.us], [10, 10, "  work();", 900]);
  assert.deepEqual(
    [whole, unlined],
    [
      {samples: 10, us: 1000},
      {samples: 1, us: 100}
    ]
  );
  assert.equal(errorUs(hot!), 300, "the root of 9 samples is 3, a third of them");
});
