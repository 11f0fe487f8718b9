import {groupsText} from "#lib/fork-groups.js";
import type {LabDescription} from "#lib/result.js";
import {formatInterval, formatNs, formatRate, formatRatio, intervalDecimals} from "#lib/units.js";
import type {RunClaim} from "#lib/verdict.js";
import {ReaderError} from "../../errors.js";
import {exactPlace} from "../chart/provenance.js";
import {type DirectiveArguments, required} from "../directive.js";
import {type Environment, judgedIn, quotableEnvironments} from "../environments.js";
import {escapeHtml} from "../html.js";
import {labNamed, sizeOf, variantNamed} from "../known-labs.js";

type Interval = readonly [low: number, high: number];

/** A number as it is shown. */
interface Shown {
  readonly value: number;
  readonly text: string;
  readonly interval: string;
}

/** What a page may ask for: a claim that nothing can refute, and how to show what it measured. */
interface Kind {
  readonly claim: (variant: string, sizes: readonly number[]) => object;
  readonly show: (value: number, interval: Interval, size: number) => Shown;
}

const factor = (value: number, interval: Interval): Shown => {
  const decimals = intervalDecimals(interval);
  return {value, text: formatRatio(value, decimals), interval: formatInterval(interval)};
};

const duration =
  (operations: number) =>
  (rate: number, [low, high]: Interval): Shown => {
    const [ns, least, most] = [rate, high, low].map((value) => (operations * 1e9) / value) as [number, number, number];
    return {value: ns, text: formatNs(ns), interval: `${formatNs(least)} to ${formatNs(most)}`};
  };

const rateClaim: Kind["claim"] = (variant, [at]) => ({variant, rate: {}, at});

const kinds: Record<string, Kind> = {
  ratio: {claim: (variant, [at]) => ({variant, ratio: {}, at}), show: factor},
  growth: {claim: (variant, [from, to]) => ({variant, growth: {}, from, to}), show: factor},
  time: {claim: rateClaim, show: (rate, interval, size) => duration(size)(rate, interval)},
  each: {claim: rateClaim, show: duration(1)},
  rate: {
    claim: rateClaim,
    show: (value, [low, high]) => ({
      value,
      text: formatRate(value),
      interval: `${formatRate(low)} to ${formatRate(high)}`
    })
  }
};

/**
 * `{{ratio strings join at 10000}}`: a number with its interval and where it was measured. `ratio` is to the
 * variant's baseline, or `to` a variant named; `time` is for one iteration, `each` for one operation, `rate` in
 * operations a second; `growth … from 1000 to 10000` is a ratio of times.
 */
export function number({positional}: DirectiveArguments): string {
  const [kindName = "", labName, variantName, ...rest] = positional;
  const kind = kinds[kindName];
  if (kind === undefined)
    throw new ReaderError(`no number is called ${kindName}`, `there are: sentence, ${Object.keys(kinds).join(", ")}`);
  const lab = labNamed(required(labName, "the lab"));
  const variant = variantNamed(lab, required(variantName, "the variant"));
  const {sizes, against} = placesOf(lab, variant, kindName, rest);
  const claim = {that: "", ...kind.claim(variant.name, sizes), ...(against && {to: against})} as RunClaim;
  for (const environment of quotableEnvironments(labName!)) {
    const {ratio, interval, groups} = judgedIn(environment, claim);
    if (ratio === null || interval === null) continue;
    const said = groups.map((one) => groupsText(one, environment.run.lab));
    return shownIn(environment, kind.show(ratio, interval, sizes[0]!), said);
  }
  return `<span class="measured measured-none">not measured yet</span>`;
}

/** @param groups what has to be said of processes that fall into two groups */
function shownIn(environment: Environment, {value, text, interval}: Shown, groups: readonly string[]): string {
  const place = `<span class="measured-place">, ${exactPlace(environment)}</span>`;
  const where = [`${escapeHtml(interval)}${place}`, ...groups.map(escapeHtml)].join("; ");
  return `<span class="measured"><data value="${Number(value.toPrecision(6))}">${text}</data> <span class="measured-where">(${where})</span></span>`;
}

type Variant = LabDescription["variants"][number];

/** Reads what follows the variant: `at SIZE`, `to VARIANT at SIZE`, or `from SIZE to SIZE`. */
function placesOf(lab: LabDescription, variant: Variant, kind: string, words: readonly string[]) {
  const said = new Map(Array.from({length: Math.ceil(words.length / 2)}, (_, i) => [words[2 * i]!, words[2 * i + 1]]));
  const expected = kind === "growth" ? ["from", "to"] : kind === "ratio" ? ["to", "at"] : ["at"];
  const wrong = [...said.keys()].find((word) => !expected.includes(word));
  if (wrong !== undefined) throw new ReaderError(`unexpected ${wrong}`, `expected: ${expected.join(" … ")} …`);
  if (kind === "growth")
    return {sizes: [sizeOf(variant, said.get("from")), sizeOf(variant, said.get("to"))], against: undefined};
  const other = said.has("to") ? variantNamed(lab, said.get("to") ?? "").name : undefined;
  return {sizes: [sizeOf(variant, said.get("at"))], against: other};
}
