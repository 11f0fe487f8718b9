import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {TEMPORARY} from "../../temporary-data.js";

/** Hot lines end in a comment that names them; counts follow from the numbers in the text. */
const MAIN = `import {far} from "./far.mjs";

function near(x) {
  return Math.cos(x) + Math.atan2(x, 3); // hot near
}
function calledOften(items) {
  let length = 0;
  for (const item of items) {
    length += item & 1;
    length += JSON.stringify(items).length; // hot calledOften
  }
  return length;
}
function calledOnce(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += i & 3;
    sum += Math.tan(Math.sin(i) + Math.cos(i)) + Math.atan2(i, sum); // hot calledOnce
  }
  return sum;
}
function inlines(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += near(i);
    sum += far(i);
  }
  return sum;
}
function fib(n) {
  if (n < 2) return n;
  return fib(n - 1) + fib(n - 2);
}
function* numbers(n) {
  for (let i = 0; i < n; i++) {
    yield i;
  }
}
async function waits(n) {
  for (let i = 0; i < n; i++) {
    await null;
  }
}
class Box {
  constructor(value) {
    this.value = value;
  }
  get doubled() {
    return this.value * 2;
  }
}

let kept = calledOnce(2_000_000);
for (let i = 0; i < 10_000; i++) kept += calledOften([1, 2, 3, 4, 5, 6, 7, 8, i]);
for (let i = 0; i < 300; i++) kept += inlines(5_000);
kept += fib(20);
for (const value of numbers(12)) kept += new Box(value).doubled;
await waits(7);
globalThis.kept = kept;
`;

/** Its lines have numbers that no code of the other file has. */
const FAR = `${"// Nothing.\n".repeat(70)}
export function far(x) {
  return Math.sin(x) * Math.sqrt(x) + Math.cos(x); // hot far
}
`;

/** What V8 must have counted: 300 rounds of 5,000, and 9 items 10,000 times. fib(20) calls itself 2 · F(21) − 1 times. */
export const GOLDEN_CALLS: Readonly<Record<string, number>> = {
  near: 1_500_000,
  far: 1_500_000,
  calledOften: 10_000,
  calledOnce: 1,
  inlines: 300,
  fib: 21_891,
  numbers: 1,
  waits: 1,
  Box: 12,
  "get doubled": 12
};

/** Hits by the text that the line begins with, in a listing of the function. */
export const GOLDEN_HITS: readonly (readonly [name: string, line: string, hits: number])[] = [
  ["calledOften", "for (const", 10_000],
  ["calledOften", "length += JSON", 90_000],
  ["calledOnce", "sum += i & 3", 2_000_000],
  ["fib", "if (n < 2)", 21_891],
  ["fib", "return fib", 10_945],
  ["numbers", "yield i", 12],
  ["waits", "await null", 7]
];

/** Functions whose time is on one line. */
export const HOT = ["near", "far", "calledOften", "calledOnce"] as const;

const folder = join(TEMPORARY, "golden lines");

/** Writes a program whose hot lines and counts are known by construction. @returns its path */
export function goldenProgram(): string {
  writeGolden("far.mjs", FAR);
  return writeGolden("main.mjs", MAIN);
}

/** Writes a file beside it. @returns its path */
export function writeGolden(name: string, text: string): string {
  mkdirSync(folder, {recursive: true});
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
