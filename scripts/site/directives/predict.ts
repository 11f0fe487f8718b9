import type {Question} from "#lib/calibration/question.js";
import type {LabDescription} from "#lib/result.js";
import type {RunClaim} from "#lib/verdict.js";
import {ReaderError} from "../../errors.js";
import {type Body, type DirectiveArguments, required} from "../directive.js";
import {judgedIn, quotableEnvironments} from "../environments.js";
import {labNamed, sizeOf, variantNamed} from "../known-labs.js";
import {type Measured, predictHtml} from "../predict-html.js";
import {type AskedFor, askedFor, predictionsOn} from "../predictions.js";

const WAYS = ["choices", "ratio"] as const;

/**
 * A question that the reader answers before the data are uncovered; its text is the body of the fence.
 * `predict strings join at=10000` asks for the ratio to the variant's baseline, or `to=` a variant named;
 * `predict strings plus from=1000 to=10000` for a growth; `predict baseline squares of=rate at=21891` for operations
 * a second. The reader chooses between sentences or, with `how=ratio`, sets a ratio. `topic=` is the lab, unless it
 * is named.
 */
export function predict(given: DirectiveArguments, page: object, {html, text}: Body): string {
  const {named} = given;
  const asked = askedFor(given);
  const lab = labNamed(required(given.positional[0], "the lab"));
  const of = checked(lab, asked, named);
  const measured = measurementsOf(claimOf(asked, named), asked.lab);
  const question: Question = {
    ...asked,
    how: wayOf(named.get("how"), asked),
    topic: topicOf(named.get("topic") ?? asked.lab),
    page: pathOf(page),
    asked: required(text || undefined, "the question, as the text of the fence,"),
    sizes: asked.sizes.map(Number),
    of,
    truths: measured.map(({environment, ratio, interval}) => ({environment, ratio, interval}))
  };
  return predictHtml(question, {html, place: placeOf(asked, page), measured});
}

/** @returns title of what a ratio compares with; empty if no ratio is asked for */
function checked(lab: LabDescription, {kind, variant: name, sizes}: AskedFor, named: DirectiveArguments["named"]) {
  const variant = variantNamed(lab, required(name || undefined, "the variant"));
  const [least, most = least] = sizes.map((size) => sizeOf(variant, size)) as [number, number?];
  if (kind === "growth" && least >= most) {
    throw new ReaderError(`a growth leads to a larger size, got from=${least} to=${most}`);
  }
  if (named.has("of") && kind !== "rate")
    throw new ReaderError(`of=${named.get("of")} is not known`, "there is: of=rate");
  if (kind !== "ratio") return "";
  const other = named.get("to") ?? variant.against;
  if (other === null) throw new ReaderError(`${name} is a baseline`, "say what it is compared with: to=VARIANT");
  const compared = variantNamed(lab, other);
  sizeOf(compared, sizes[0]);
  return compared.title;
}

/** A claim that nothing can refute: it brings the figure that is asked for. */
function claimOf({kind, variant, sizes}: AskedFor, named: DirectiveArguments["named"]): RunClaim {
  const [at, to] = sizes.map(Number) as [number, number];
  const other = named.get("to");
  const about = {
    ratio: {ratio: {}, at, ...(other !== undefined && {to: other})},
    growth: {growth: {}, from: at, to},
    rate: {rate: {}, at}
  };
  return {that: "", variant, ...about[kind]} as RunClaim;
}

function measurementsOf(claim: RunClaim, lab: string): Measured[] {
  return quotableEnvironments(lab).flatMap((environment) => {
    const {ratio, interval, sentence} = judgedIn(environment, claim);
    if (ratio === null || interval === null) return [];
    const since = environment.stale ? " The lab has changed since." : "";
    const {name, place} = environment;
    return [{environment: name, place, ratio, interval, sentence: sentence + since}];
  });
}

function wayOf(how: string | undefined, {kind}: AskedFor): Question["how"] {
  const way = WAYS.find((one) => one === (how ?? "choices"));
  if (way === undefined) throw new ReaderError(`how=${how} is not known`, `there are: ${WAYS.join(", ")}`);
  if (way === "ratio" && kind === "rate") throw new ReaderError("a rate is no ratio", "leave how= out");
  return way;
}

function topicOf(topic: string): string {
  if (/^[\w-]{1,200}$/.test(topic)) return topic;
  throw new ReaderError(`topic: expected letters, digits, - and _, got ${topic}`);
}

function pathOf({path = "page"}: {path?: string}): string {
  return path.replace(/^\//, "").replace(/\.md$/, "");
}

/** The how manieth prediction of the page it is, and of how many. */
function placeOf({id}: AskedFor, page: object): {number: number; of: number} {
  const ids = predictionsOn(page).map((asked) => asked.id);
  if (ids.indexOf(id) !== ids.lastIndexOf(id)) throw new ReaderError("the page asks the same question twice");
  return {number: ids.indexOf(id) + 1, of: ids.length};
}
