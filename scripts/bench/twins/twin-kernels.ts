/** A variant of a twin, at one size. */
export interface TwinKernel {
  /** The kind of runtime that it is a twin for. */
  readonly runtime: "jvm" | "python";
  readonly lab: string;
  readonly variant: string;
  readonly size: number;
}

/** Of each core lab what differs in length and in what bounds it: from a hundred nanoseconds to a millisecond. */
const VARIANTS: Readonly<Record<TwinKernel["runtime"], readonly string[]>> = {
  jvm: [
    "baseline/calls@1973",
    "baseline/chain-xor@21891",
    "shapes/one-shape@1000",
    "shapes/three-shapes@1000",
    "shapes/make-literal@1000",
    "strings/plus@100",
    "strings/builder@1000",
    "typed-arrays/float64-loop@32",
    "typed-arrays/float64-four@3200"
  ],
  python: [
    "baseline/calls@1973",
    "baseline/squares@21891",
    "shapes/one-shape@1000",
    "shapes/make-class@1000",
    "strings/plus@1000",
    "strings/join@1000",
    "typed-arrays/sum@32",
    "typed-arrays/array-loop@3200"
  ]
};

/** What is measured by us and by the other tool, for one kind of runtime. */
export function twinKernels(runtime: TwinKernel["runtime"]): TwinKernel[] {
  return VARIANTS[runtime].map((text) => {
    const [, lab, variant, size] = /^(.+)\/(.+)@(\d+)$/.exec(text)!;
    return {runtime, lab: lab!, variant: variant!, size: Number(size)};
  });
}
