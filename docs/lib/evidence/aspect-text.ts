import {formatBytes, formatCount, formatQuantity} from "../units.js";
import type {Aspect, CellEvidence, EvidencePlace, Site, Value} from "./evidence.js";

const TIERS: Readonly<Record<string, string>> = {
  turbofan: "TurboFan",
  maglev: "Maglev",
  baseline: "Sparkplug",
  interpreter: "Ignition"
};

/** What each part is called, above a column or before a line. */
export const ASPECT_TITLES: Readonly<Record<Aspect, string>> = {
  tiers: "compiler",
  deoptimisations: "deoptimised",
  sites: "inline caches",
  values: "input in memory",
  allocation: "allocated",
  ropes: "behind the text",
  compiled: "compiled and inlined",
  specialised: "specialised bytecode"
};

const WORDERS: {readonly [A in Aspect]: (part: NonNullable<CellEvidence[A]>) => string} = {
  tiers: (tiers) =>
    tiers.length === 0
      ? "not told by this version"
      : tiers.map(({function: name, tier}) => `${TIERS[tier] ?? tier} (${name || "anonymous"})`).join(", "),
  deoptimisations: (all) =>
    all.length === 0
      ? "never"
      : all.map(({count, reason, place}) => `${often(count)}, ${reason} at ${placeText(place)}`).join("; "),
  sites: sitesText,
  values: (values) =>
    values
      .filter((value) => saysMore(value, values))
      .map(valueText)
      .join("; "),
  allocation: ({bytes, iterations}) =>
    iterations === 1 ? `${roundBytes(bytes)} at most at a time` : `${roundBytes(bytes)} an iteration`,
  ropes: (count) => (count === 0 ? "one flat text" : formatQuantity(count, "pair")),
  compiled: (methods) => (methods.length === 0 ? "nothing of the lab" : methods.map(methodText).join("; ")),
  specialised: (all) => all.map(specialisedText).join("; ")
};

/** One part of evidence in words; null where there is none. */
export function aspectText(cell: CellEvidence, aspect: Aspect): string | null {
  const part = cell[aspect];
  if (part === undefined) return null;
  return (WORDERS[aspect] as (part: unknown) => string)(part);
}

/** The count itself differs from process to process. */
function often(count: number): string {
  return count === 1 ? "once" : count < 20 ? "a few times" : "again and again";
}

/** "reading.ts:8": the folder is the lab's. */
function placeText({file, line}: EvidencePlace): string {
  return `${file.slice(file.lastIndexOf("/") + 1)}:${line}`;
}

/** Sites that have seen more than one shape are named, the others counted. */
function sitesText(sites: readonly Site[]): string {
  const several = sites.filter(({state}) => state !== "monomorphic");
  const one = sites.length - several.length;
  const named = several.map((site) => `${site.state}: ${siteText(site)}`);
  if (sites.length === 0) return "no sites";
  if (named.length === 0) return one === 1 ? "the only one is monomorphic" : `all ${one} monomorphic`;
  return [...named, ...(one > 0 ? [`${one} more monomorphic`] : [])].join(", ");
}

function siteText({access, property, place}: Site): string {
  const what = access.startsWith("Keyed") || property === null ? "[…]" : `.${property}`;
  return `${what} at ${placeText(place)}`;
}

/** That something is a plain object says nothing, nor that an array of objects refers to them. */
function saysMore({path, type, elements, objects, dictionaries}: Value, all: readonly Value[]): boolean {
  if (elements === "packed, references") return !all.some((other) => other.path === `each of ${path}`);
  return type !== "Object" || elements !== null || objects > 1 || (dictionaries ?? 0) > 0;
}

/** Two digits, all of them below a thousand: what is beyond differs from process to process. */
function roundBytes(bytes: number): string {
  if (bytes < 1000) return formatBytes(bytes);
  return formatBytes(Number(bytes.toPrecision(2)))
    .replace(/(\.\d*?)0+ /, "$1 ")
    .replace(". ", " ");
}

function valueText({path, type, elements, objects, shapes, dictionaries}: Value): string {
  const parts = [];
  if (elements !== null) parts.push(elements);
  if (shapes !== null && objects > 1) parts.push(formatQuantity(shapes, "hidden class").replace("classs", "classes"));
  if (dictionaries !== null && dictionaries > 0)
    parts.push(dictionaries === objects ? "dictionary mode" : `${formatCount(dictionaries)} in dictionary mode`);
  const what = objects > 1 ? `${path}: ${formatCount(objects)} × ${type}` : `${path}: ${type}`;
  return parts.length === 0 ? what : `${what}, ${parts.join(", ")}`;
}

function methodText({method, tier, inlined, refused}: NonNullable<CellEvidence["compiled"]>[number]): string {
  const parts = [`${method} by ${tier}`];
  if (inlined.length > 0) parts.push(`with ${some(inlined.map(shortMethod))} inlined`);
  if (refused.length > 0)
    parts.push(`calling ${some(refused.map((one) => `${shortMethod(one.method)} (${one.why})`))}`);
  return parts.join(", ");
}

const MOST_NAMES = 3;

function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** "ArrayList$Itr.next" of "java.util.ArrayList$Itr.next". */
function shortMethod(method: string): string {
  return method.split(".").slice(-2).join(".");
}

function specialisedText(one: NonNullable<CellEvidence["specialised"]>[number]): string {
  const forms = one.instructions.map(({name, count}) => (count === 1 ? name : `${count} × ${name}`));
  return `${one.function}: ${forms.join(", ") || "none"}`;
}
