import {defineLab} from "#lib/lab.js";

const implementations = {
  product: (x: number) => x * x,
  imul: (x: number) => Math.imul(x, x),
  shifted: (x: number) => (x * (x << 1)) >> 1
};

type Name = keyof typeof implementations;
type Sum = (values: readonly number[]) => number;

/** The idiom under test: one wrapper in the source, made again in a loop for every implementation. */
const variants = {} as Record<Name, Sum>;
for (const name of Object.keys(implementations) as Name[]) {
  const implementation = implementations[name];
  variants[name] = (values) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum = (sum + implementation(values[i]!)) | 0;
    return sum;
  };
}

/** Three implementations in wrappers that share one source text. */
export default defineLab<readonly number[]>({
  question: "Does a figure depend on which other wrappers the same process called?",
  kind: "compute",
  unit: "element",
  sizes: [200],
  setup: (size, random) => Array.from({length: size}, () => Math.floor(random() * 1000)),
  baseline: "product",
  variants,
  claims: []
});
