import type {LabDescription, Result} from "#lib/result.js";
import {hashesOfLab, labNamed} from "./known-labs.js";
import {syntheticRunOf} from "./synthetic-data.js";

const OTHER_ENGINES = [
  {name: "node", version: "26.1.0"},
  {name: "bun", version: "1.3.0"},
  {name: "deno", version: "2.5.0"},
  {name: "chromium", version: "142.0.0"}
];
const OTHER_LANGUAGES = [
  {name: "python", version: "3.13.0"},
  {name: "python", version: "3.14.0"},
  {name: "jvm", version: "21.0.5"},
  {name: "jvm", version: "25.0.1"}
];

/** A result with runs of eight more runtimes, four of which ran the lab in another language. For tests. */
export function withManyRuntimes(result: Result): Result {
  const lab = labNamed(result.lab);
  const hashOf = hashesOfLab(result.lab);
  const engines = OTHER_ENGINES.map((runtime, index) => ({
    ...syntheticRunOf(lab, runtime, 10 + index),
    hash: hashOf(runtime)!
  }));
  const languages = OTHER_LANGUAGES.map((runtime, index) => {
    const made = syntheticRunOf(twinOf(lab), runtime, 20 + index);
    return {...made, hash: hashOf(runtime) ?? made.hash};
  });
  return {...result, runs: [...result.runs, ...engines, ...languages]};
}

/** The lab as another language may have it: fewer variants, one of its own, compared otherwise, at another size too. */
function twinOf(lab: LabDescription): LabDescription {
  const [baseline, ...others] = lab.variants.filter(({sizes}) => sizes.includes(lab.sizes[0]!)).slice(0, 3);
  const own = {name: "own-way", title: "A way of its own", against: null, sizes: [lab.sizes[0]!, 7]};
  const against = others.length === 0 ? null : own.name;
  const sizes = [lab.sizes[0]!];
  const variants = [own, ...[baseline!, ...others].map(({name}) => ({name, title: `${name}()`, against, sizes}))];
  return {...lab, question: "The same elsewhere?", sizes: own.sizes, baseline: own.name, variants, claims: []};
}
