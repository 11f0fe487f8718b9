import {TIERS, type Tier} from "#lib/warmup/warmup.js";
import {ReaderError} from "../errors.js";
import {versionMatches} from "../measure/runtimes/choose.js";
import {type DirectiveArguments, listOf, required} from "./directive.js";
import {labNamed, sizeOf, variantNamed} from "./known-labs.js";
import {type KnownWarmup, warmupsOf} from "./warmups.js";

/** Series of one variant at one size that a page asks for. */
export interface ChosenWarmups {
  readonly lab: string;
  readonly variant: {readonly name: string; readonly title: string};
  readonly size: number;
  readonly unit: string;
  /** Those of the lab as it is now, in the order in which they were asked for. */
  readonly known: readonly KnownWarmup[];
  /** Whether there are others, of the lab as it was before. */
  readonly stale: boolean;
}

/**
 * Reads `baseline squares at=21891 of=node@20,node@24,bun tiers=default,interpreter`.
 *
 * @throws ReaderError if lab, variant, size or tier does not exist
 */
export function chosenWarmups({positional, named}: DirectiveArguments): ChosenWarmups {
  const name = required(positional[0], "the lab");
  const lab = labNamed(name);
  const variant = variantNamed(lab, required(positional[1], "the variant"));
  const size = sizeOf(variant, named.get("at"));
  const tiers = tiersIn(named.get("tiers"));
  const fitting = warmupsOf(name).filter(({series}) => series.variant === variant.name && series.size === size);
  const all = fitting.filter(({series}) => tiers.includes(series.tier));
  const wanted = listOf(named.get("of")) ?? [""];
  const known = [...new Set(wanted.flatMap((spec) => newestOf(all, spec, tiers)))];
  return {
    lab: name,
    variant: {name: variant.name, title: variant.title},
    size,
    unit: lab.unit,
    known: known.filter(({stale}) => !stale),
    stale: known.some(({stale}) => stale)
  };
}

/** "node@24" begins a version; "" is all. */
function newestOf(all: readonly KnownWarmup[], spec: string, tiers: readonly Tier[]): KnownWarmup[] {
  const [name, version = null] = spec.split("@");
  return all
    .filter(({series: {runtime}}) => (name === "" || runtime.name === name) && versionMatches(runtime.version, version))
    .sort((a, b) => tiers.indexOf(a.series.tier) - tiers.indexOf(b.series.tier));
}

function tiersIn(text: string | undefined): readonly Tier[] {
  const wanted = listOf(text) ?? ["default"];
  const unknown = wanted.find((tier) => !(TIERS as readonly string[]).includes(tier));
  if (unknown === undefined) return wanted as Tier[];
  throw new ReaderError(`there is no tier ${unknown}`, `there are: ${TIERS.join(", ")}`);
}
