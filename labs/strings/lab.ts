import {defineLab, type Random} from "#lib/lab.js";

/** Every runtime has it; ES2022 does not describe it. */
declare const TextDecoder: new () => {decode(bytes: Uint8Array): string};

const MARK = ".";
const NEWLINE = 10;

/** Pieces of small letters, seven on average. The last one ends in a full stop, the only one of the text. */
interface Pieces {
  readonly parts: readonly string[];
  /** Room for all characters of the text. */
  readonly room: Uint8Array;
}

// #region plus
function plus({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) text += parts[i]!;
  return text;
}
// #endregion

// #region template
function template({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) text = `${text}${parts[i]!}`;
  return text;
}
// #endregion

// #region concat
function concat({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) text = text.concat(parts[i]!);
  return text;
}
// #endregion

// #region prepend
function prepend({parts}: Pieces): string {
  let text = "";
  for (let i = parts.length - 1; i >= 0; i--) text = parts[i]! + text;
  return text;
}
// #endregion

// #region reduce
function reduce({parts}: Pieces): string {
  return parts.reduce((text, part) => text + part, "");
}
// #endregion

// #region join
function join({parts}: Pieces): string {
  return parts.join("");
}
// #endregion

// #region push-join
function pushJoin({parts}: Pieces): string {
  const collected: string[] = [];
  for (let i = 0; i < parts.length; i++) collected.push(parts[i]!);
  return collected.join("");
}
// #endregion

// #region buffer
const decoder = new TextDecoder();

function buffer({parts, room}: Pieces): string {
  let end = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    for (let at = 0; at < part.length; at++) room[end++] = part.charCodeAt(at);
  }
  return decoder.decode(room.subarray(0, end));
}
// #endregion

// #region read
/** Reads the whole text in the cheapest way there is: a native search for the mark at its end. */
function read(text: string): number {
  return text.indexOf(MARK);
}
// #endregion

// #region length-inside
function plusWithLength({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) {
    if (text.length < 10_000_000) text += parts[i]!;
  }
  return text;
}
// #endregion

// #region character-inside
function plusWithCharacter({parts}: Pieces): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) {
    if (text.charCodeAt(text.length - 1) !== NEWLINE) text += parts[i]!;
  }
  return text;
}
// #endregion

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
const LINEAR = [1_000, 10_000, 100_000];

export default defineLab<Pieces>({
  question: "Is text built faster with += or with join?",
  kind: "allocation",
  unit: "piece",
  sizes: [100, 1_000, 10_000, 100_000],
  setup: pieces,
  baseline: "plus",
  variants: {
    plus: {title: "+=", run: plus, sizes: LINEAR},
    template: {title: "template", run: template, sizes: LINEAR},
    concat: {title: "concat", run: concat, sizes: LINEAR},
    prepend: {title: "prepend", run: prepend, sizes: LINEAR},
    reduce: {title: "reduce", run: reduce, sizes: LINEAR},
    join: {title: "join", run: join, sizes: LINEAR},
    "push-join": {title: "push, then join", run: pushJoin, sizes: LINEAR},
    buffer: {title: "bytes, decoded", run: buffer, sizes: LINEAR},
    "plus-read": {title: "+=, then read", run: (pieces) => read(plus(pieces))},
    "template-read": {
      title: "template, then read",
      run: (pieces) => read(template(pieces)),
      against: "plus-read",
      sizes: LINEAR
    },
    "concat-read": {
      title: "concat, then read",
      run: (pieces) => read(concat(pieces)),
      against: "plus-read",
      sizes: LINEAR
    },
    "prepend-read": {
      title: "prepend, then read",
      run: (pieces) => read(prepend(pieces)),
      against: "plus-read",
      sizes: LINEAR
    },
    "reduce-read": {
      title: "reduce, then read",
      run: (pieces) => read(reduce(pieces)),
      against: "plus-read",
      sizes: LINEAR
    },
    "join-read": {title: "join, then read", run: (pieces) => read(join(pieces)), against: "plus-read", sizes: LINEAR},
    "push-join-read": {
      title: "push, join, then read",
      run: (pieces) => read(pushJoin(pieces)),
      against: "plus-read",
      sizes: LINEAR
    },
    "buffer-read": {
      title: "bytes, decoded, then read",
      run: (pieces) => read(buffer(pieces)),
      against: "plus-read",
      sizes: LINEAR
    },
    "length-inside": {
      title: "+=, asking the length inside",
      run: (pieces) => read(plusWithLength(pieces)),
      against: "plus-read",
      sizes: QUADRATIC
    },
    "character-inside": {
      title: "+=, reading a character inside",
      run: (pieces) => read(plusWithCharacter(pieces)),
      against: "plus-read",
      sizes: QUADRATIC
    }
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
      that: "Joining 10,000 pieces takes less time than += in a loop.",
      variant: "push-join-read",
      ratio: {below: 1},
      at: 10_000,
      source: "article"
    },
    {
      that: "Each += copies the text so far: ten times the pieces take more than 30 times the time.",
      variant: "plus-read",
      growth: {above: 30},
      from: 1_000,
      to: 10_000,
      source: "article"
    },
    {
      that: "Reading a character after each += copies the text so far: ten times the pieces take more than 30 times the time.",
      variant: "character-inside",
      growth: {above: 30},
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
