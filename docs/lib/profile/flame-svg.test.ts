import assert from "node:assert/strict";
import {test} from "node:test";
import {COLORS} from "./flame-colors.js";
import {layOutFlame} from "./flame-layout.js";
import {boxAfter, type Move} from "./flame-moves.js";
import {flamePicture} from "./flame-picture.js";
import {flameSvg} from "./flame-svg.js";
import {packProfile, unpackProfile} from "./packed-profile.js";
import {type Profile, totalsOf} from "./profile.js";
import {framesWith, weightWith} from "./search-profile.js";
import {syntheticProfile} from "./synthetic-profile.js";
import {xmlText} from "./xml-text.js";

function layout(profile: Profile, narrowest = 0, mostRows = 100) {
  return layOutFlame(profile.tree, {totals: totalsOf(profile.tree), narrowest, mostRows});
}

test("boxes have the width of their weight, stand below their caller, and the widest comes first", () => {
  const profile = syntheticProfile({"main;b": 1, "main;a": 2, main: 1});
  const name = (node: number) => profile.frames[profile.tree.frame[node]!]!.name;
  assert.deepEqual(
    layout(profile)
      .boxes.map(({node, depth, x, width}) => [name(node), depth, x, width])
      .sort(),
    [
      ["a", 1, 0, 0.5],
      ["b", 1, 0.5, 0.25],
      ["main", 0, 0, 1]
    ]
  );
});

test("siblings too narrow to be seen become one box, and their callees none", () => {
  const stacks = Object.fromEntries(Array.from({length: 1000}, (_, index) => [`main;f${index};g`, 1]));
  const {boxes} = layout(syntheticProfile({...stacks, "main;wide": 1000}), 0.01);
  assert.deepEqual(
    boxes.map(({nodes, width}) => [nodes, width]),
    [
      [1, 1],
      [1, 0.5],
      [1000, 0.5]
    ]
  );
});

test("stacks deeper than the picture are cut, and that is said", () => {
  const profile = syntheticProfile({[new Array(300).fill("f").join(";")]: 1});
  assert.deepEqual([layout(profile).depth, layout(profile).cut], [100, true]);
  assert.ok(flamePicture(profile).lines.includes("Stacks deeper than 200 rows are cut."));
});

test("the picture of a profile with a hundred thousand stacks stays small", () => {
  const wide = Array.from({length: 100_000}, (_, index) => [`a${index % 900};b${index % 7919};c${index};d`, 1]);
  const text = flameSvg(flamePicture(syntheticProfile(Object.fromEntries(wide))));
  assert.ok(text.length < 1_500_000, `${text.length} characters`);
});

test("names cannot leave their place in the picture, and every box has a title", () => {
  const hostile = `</title><script>alert(1)</script>" onload='x' \u0000\u001b[2J\u202e\ud800`;
  const svg = flameSvg(flamePicture(syntheticProfile({[hostile]: 3, [`${hostile};inner`]: 3}, "microseconds")));
  assert.ok(!svg.includes("<script"));
  assert.ok(!/onload='/.test(svg));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  assert.doesNotMatch(svg, /[\u0000-\u0009\u000b-\u001f\u202e\ud800]/);
  assert.equal(svg.match(/<g><title>/g)!.length, 2);
});

test("the root is drawn on the side that was asked for", () => {
  const picture = flamePicture(syntheticProfile({"outer;inner": 1}));
  const y = (svg: string, name: string) => Number(new RegExp(`y="(\\d+)">${name}<`).exec(svg)![1]);
  const [top, bottom] = [flameSvg(picture, "top"), flameSvg(picture, "bottom")];
  assert.ok(y(top, "outer") < y(top, "inner"));
  assert.ok(y(bottom, "outer") > y(bottom, "inner"));
});

test("a profile of nothing has a picture of nothing", () => {
  assert.match(flameSvg(flamePicture(syntheticProfile({}))), /0 samples in all/);
});

test("text keeps a contrast of 4.5 to 1 on every colour, light and dark (WCAG 2.2, 1.4.3)", () => {
  for (const [name, light, dark] of COLORS) {
    assert.ok(contrast(light, "#1b1b1b") >= 4.5, `${name}, light: ${contrast(light, "#1b1b1b")}`);
    assert.ok(contrast(dark, "#f4f4f4") >= 4.5, `${name}, dark: ${contrast(dark, "#f4f4f4")}`);
  }
});

test("a node that is zoomed to takes the whole width, under its callers, and its share stays that of the whole", () => {
  const profile = syntheticProfile({"main;a;x": 3, "main;a;y": 1, "main;b": 4});
  const nodeOf = (name: string) =>
    profile.tree.frame.findIndex((frame) => frame >= 0 && profile.frames[frame]!.name === name);
  const {boxes} = flamePicture(profile, {from: nodeOf("a")});
  assert.deepEqual(
    boxes.map(({label, width, title}) => [label, width, /, (\d+ %)/.exec(title)![1]]),
    [
      ["main", 1, "100 %"],
      ["a", 1, "50 %"],
      ["x", 0.75, "38 %"],
      ["y", 0.25, "13 %"]
    ]
  );
});

test("what is searched for is weighed once where it stands twice on a stack", () => {
  const {frames, tree} = syntheticProfile({"main;parse;parseItem": 3, "main;parse": 2, "main;write": 5});
  assert.equal(weightWith(tree, framesWith(frames, "PARSE")), 5);
  assert.equal(weightWith(tree, framesWith(frames, "main")), 10);
  assert.equal(weightWith(tree, framesWith(frames, "")), 0);
});

test("a profile that a page takes along keeps its totals, without what is small", () => {
  const stacks = Object.fromEntries(Array.from({length: 1000}, (_, index) => [`main;f${index};g`, 1]));
  const profile = syntheticProfile({...stacks, "main;wide": 9000});
  const packed = packProfile(profile, 0.01);
  assert.equal(packed.frame.length, 3);
  const again = unpackProfile(JSON.parse(JSON.stringify(packed)), "page");
  assert.deepEqual(totalsOf(again.tree)[0], 10_000);
  assert.deepEqual(
    again.frames.map(({name}) => name),
    ["main", "(small ones)", "wide"]
  );
  assert.deepEqual(unpackProfile(packProfile(profile, 0), "page").tree, profile.tree);
  assert.throws(() => unpackProfile({...packed, parent: [0, 9, 0]}, "page"), /page: frame\[1\]: expected/);
});

test("long text is cut", () => {
  assert.equal(xmlText("abcdef", 4), "abc…");
  assert.equal(xmlText("a&b", 3), "a&amp;b");
});

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

test("moves lead to the caller, the widest callee and the neighbours, and stay where there is none", () => {
  const {boxes} = flamePicture(syntheticProfile({"main;a;x": 3, "main;a;y": 1, "main;b": 4}));
  const named = (name: string) => boxes.find(({label}) => label === name)!;
  const after = (name: string, move: Move) => boxAfter(boxes, named(name), move).label;
  assert.deepEqual(
    (["caller", "callee", "left", "right"] as const).map((move) => [after("a", move), after("main", move)]),
    [
      ["main", "main"],
      ["x", "a"],
      ["a", "main"],
      ["b", "main"]
    ]
  );
  assert.equal(after("y", "caller"), "a");
  assert.equal(after("b", "callee"), "b");
});
