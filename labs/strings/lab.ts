import {defineLab, type Random} from "#lib/lab.js";
import * as ways from "./ways.js";
import {MARK, type Pieces} from "./ways.js";

function piece(random: Random): string {
  const length = 4 + Math.floor(random() * 7);
  const codes = Array.from({length}, () => 97 + Math.floor(random() * 26));
  return String.fromCharCode(...codes);
}

function pieces(count: number, random: Random): Pieces {
  const parts: string[] = [];
  let characters = 0;
  for (let i = 1; i <= count; i++) {
    const part = i < count ? piece(random) : MARK;
    parts.push(part);
    characters += part.length;
  }
  return {parts, room: new Uint8Array(characters)};
}

const V8 = {runtime: "node"};
const QUADRATIC = [100, 1_000, 10_000];
const LINEAR = [1_000, 10_000];
const FAR = [1_000, 10_000, 100_000];

/** Builds the text and reads it once. */
function thenRead(title: string, build: (pieces: Pieces) => string, sizes = LINEAR) {
  return {title, sizes, against: "plus-read", run: (pieces: Pieces) => ways.read(build(pieces))};
}

export default defineLab<Pieces>({
  question: "Is text built faster with += or with join?",
  kind: "allocation",
  unit: "piece",
  sizes: [100, 1_000, 10_000, 100_000],
  setup: pieces,
  baseline: "plus",
  variants: {
    plus: {title: "+=", run: ways.plus, sizes: FAR},
    template: {title: "template", run: ways.template, sizes: LINEAR},
    concat: {title: "concat", run: ways.concat, sizes: LINEAR},
    prepend: {title: "prepend", run: ways.prepend, sizes: LINEAR},
    reduce: {title: "reduce", run: ways.reduce, sizes: LINEAR},
    join: {title: "join", run: ways.join, sizes: LINEAR},
    "push-join": {title: "push + join", run: ways.pushJoin, sizes: FAR},
    buffer: {title: "bytes decoded", run: ways.buffer, sizes: LINEAR},
    "plus-read": {title: "+= and read", run: (pieces) => ways.read(ways.plus(pieces))},
    "template-read": thenRead("template and read", ways.template),
    "concat-read": thenRead("concat and read", ways.concat),
    "prepend-read": thenRead("prepend and read", ways.prepend),
    "reduce-read": thenRead("reduce and read", ways.reduce),
    "join-read": thenRead("join and read", ways.join),
    "push-join-read": thenRead("push + join and read", ways.pushJoin, FAR),
    "buffer-read": thenRead("bytes decoded and read", ways.buffer),
    "length-inside": thenRead("+= asking the length inside", ways.plusWithLength, QUADRATIC),
    "character-inside": thenRead("+= reading a character inside", ways.plusWithCharacter, QUADRATIC)
  },
  claims: [
    {
      that: "Pushing 10,000 pieces and joining them takes longer than += in V8.",
      variant: "push-join",
      ratio: {above: 1},
      at: 10_000,
      on: V8
    },
    {
      that: "Push and join takes longer than += in V8 also when the finished text is read.",
      variant: "push-join-read",
      ratio: {above: 1},
      at: 10_000,
      on: V8
    },
    {
      that: "Push and join takes less time than += in a loop, when the finished text is read.",
      variant: "push-join-read",
      ratio: {below: 1},
      at: 10_000,
      source: "article"
    },
    {
      that: "Each += copies the text so far: ten times the pieces take more than 20 times the time.",
      variant: "plus-read",
      growth: {above: 20},
      from: 1_000,
      to: 10_000,
      source: "article"
    },
    {
      that: "Reading a character after each += copies the text so far: ten times the pieces take more than 20 times the time.",
      variant: "character-inside",
      growth: {above: 20},
      from: 100,
      to: 1_000
    },
    {
      that: "With 1,000 pieces, reading a character after each += takes more than five times the time of += alone.",
      variant: "character-inside",
      ratio: {above: 5},
      at: 1_000
    },
    {
      that: "Asking for the length after each += takes less than 1.5 times the time of += alone.",
      variant: "length-inside",
      ratio: {below: 1.5},
      at: 1_000
    }
  ]
});
