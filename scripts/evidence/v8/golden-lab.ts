/** A lab whose evidence is known by construction, for tests. */
interface Input {
  readonly count: number;
}

interface Holder {
  readonly x: number;
}

const SIZE = 1000;

function holder(shape: number, x: number): Holder {
  const made: {[name: string]: number} = {};
  made[`only${shape}`] = shape;
  made.x = x;
  return made as unknown as Holder;
}

function readAll(holders: readonly Holder[]): number {
  let total = 0;
  for (let i = 0; i < holders.length; i++) total += holders[i]!.x;
  return total;
}

const ofShapes = (shapes: number) => ({
  prepare: ({count}: Input) => Array.from({length: count}, (_, i) => holder(i % shapes, i)),
  run: readAll
});

const kept: {value: unknown} = {value: null};

let turn = 0;

/** One call in a million meets a shape that the code was not made for. */
function readNext(holders: readonly Holder[]): number {
  turn = (turn + 1) % holders.length;
  return holders[turn]!.x;
}

function holdersOfWhichOneDiffers(): Holder[] {
  const holders = new Array<Holder>(1_000_000).fill(holder(1, 1));
  holders[holders.length - 1] = holder(2, 1);
  return holders;
}

export default {
  question: "What is known of these?",
  kind: "compute",
  unit: "step",
  sizes: [SIZE],
  setup: (count: number): Input => ({count}),
  baseline: "one",
  variants: {
    one: ofShapes(1),
    three: ofShapes(3),
    six: ofShapes(6),
    dictionaries: {
      prepare: ({count}: Input) =>
        Array.from({length: count}, (_, i) => {
          const one: {x: number; gone?: number} = {gone: 0, x: i};
          delete one.gone;
          return one;
        }),
      run: readAll
    },
    holey: {
      prepare: ({count}: Input) => {
        const values = new Array<number>(count);
        for (let i = 0; i < count; i++) values[i] = i;
        return values;
      },
      run: (values: number[]) => values.length
    },
    doubles: {
      prepare: ({count}: Input) => Array.from({length: count}, (_, i) => i + 0.5),
      run: (values: number[]) => values.length
    },
    "wrong-map": {prepare: holdersOfWhichOneDiffers, run: readNext},
    hundred: ({count}: Input) => {
      const made = new Array<unknown>(100);
      for (let i = 0; i < 100; i++) made[i] = {a: i, b: count, c: i};
      kept.value = made;
      return made.length;
    },
    rope: ({count}: Input) => {
      let text = "the first piece";
      for (let i = 0; i < count; i++) text += "thirteen long";
      return text;
    },
    flat: ({count}: Input) => Array.from({length: count}, () => "thirteen long").join("")
  },
  claims: [{that: "Three take longer.", variant: "three", ratio: {above: 1}, at: SIZE}]
};
