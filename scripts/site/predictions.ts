import type MarkdownIt from "markdown-it";
import type {QuestionKind} from "#lib/calibration/question.js";
import {choose} from "./chart/chosen.js";
import {type DirectiveArguments, listOf, splitArguments} from "./directive.js";
import {labNamed} from "./known-labs.js";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** What a page asks the reader to predict, before anything is known to exist. */
export interface AskedFor {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly lab: string;
  readonly variant: string;
  /** One; of a growth, two. */
  readonly sizes: readonly string[];
}

/** What a part of a page shows, and so gives away. A list that is left out means all there are. */
export interface Shows {
  readonly kinds: readonly QuestionKind[];
  readonly lab: string;
  readonly variants?: readonly string[] | undefined;
  readonly sizes?: readonly string[];
}

const EVERYTHING: readonly QuestionKind[] = ["ratio", "growth", "rate"];

const askedOn = new WeakMap<object, readonly AskedFor[]>();

/** Lets the predictions of a page be known before its first part is rendered: a lead may give an answer away. */
export function notePredictions(md: MarkdownIt): void {
  md.core.ruler.push("predictions", ({tokens, env}: {tokens: readonly Token[]; env: object}) => {
    if (askedOn.has(env)) return;
    const found = tokens.filter(({type, info}) => type === "fence" && /^\s*predict\s/.test(info));
    const asked = found.map(({info}) => askedFor(splitArguments(info.trim().slice("predict".length))));
    askedOn.set(env, asked);
  });
}

/** The predictions of a page, in their order. */
export function predictionsOn(page: object): readonly AskedFor[] {
  return askedOn.get(page) ?? [];
}

/** Reads what is asked for from the arguments of the directive; what they name need not exist. */
export function askedFor({positional: [lab = "", variant = ""], named}: DirectiveArguments): AskedFor {
  const [at = "", from, to = ""] = ["at", "from", "to"].map((name) => named.get(name));
  const asked = (kind: QuestionKind, sizes: readonly string[], words: string): AskedFor => ({
    id: `predict-${lab}-${variant}-${words}`,
    kind,
    lab,
    variant,
    sizes
  });
  if (from !== undefined) return asked("growth", [from, to], `from-${from}-to-${to}`);
  if (named.get("of") === "rate") return asked("rate", [at], `rate-at-${at}`);
  return asked("ratio", [at], to === "" ? `at-${at}` : `to-${to}-at-${at}`);
}

/** What a fence shows of a lab; nothing if it gives no answer away. */
export function shownByFence(fence: string, {positional: [lab = ""], named}: DirectiveArguments): Shows[] {
  const variants = listOf(named.get("variants"));
  if (fence === "claims") return [{kinds: EVERYTHING, lab}];
  if (fence === "chart" && named.get("by") === "size") return [{kinds: EVERYTHING, lab, variants}];
  if (fence !== "chart" && fence !== "verdicts") return [];
  const chosen = choose(labNamed(lab), {at: named.get("at"), names: variants, baseline: named.get("baseline")});
  return [{kinds: ["ratio"], lab, variants: chosen.variants.map(({name}) => name), sizes: [String(chosen.size)]}];
}

/** What `{{ratio strings join at 10000}}` shows. */
export function shownByNumber(text: string): Shows {
  const [number, lab = "", variant = "", ...rest] = splitArguments(text).positional;
  const kinds: QuestionKind[] =
    number === "growth" ? ["growth"] : number === "ratio" || number === "sentence" ? ["ratio"] : ["rate", "ratio"];
  return {kinds, lab, variants: [variant], sizes: rest.filter((word) => /^\d+$/.test(word))};
}

/** Marks what gives answers away, so that the page can cover it until its questions are settled. */
export function markTelling(page: object, shown: readonly Shows[], html: string, tag: "div" | "span"): string {
  const ids = predictionsOn(page).filter((asked) => shown.some((shows) => givesAway(shows, asked)));
  if (ids.length === 0) return html;
  return `<${tag} class="telling" data-answers="${ids.map(({id}) => id).join(" ")}">${html}</${tag}>`;
}

function givesAway({kinds, lab, variants, sizes}: Shows, asked: AskedFor): boolean {
  return (
    kinds.includes(asked.kind) &&
    lab === asked.lab &&
    (variants?.includes(asked.variant) ?? true) &&
    (sizes === undefined || asked.sizes.every((size) => sizes.includes(size)))
  );
}
