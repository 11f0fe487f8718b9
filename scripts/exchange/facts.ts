import type {Facts} from "#lib/environment-facts.js";

/** Those of the facts that are a text, a number or a truth; each becomes text. */
export function known(facts: Readonly<Record<string, unknown>>): Facts {
  const told = Object.entries(facts).filter(
    ([, value]) => ["string", "number", "boolean"].includes(typeof value) && value !== ""
  );
  return Object.fromEntries(told.map(([name, value]) => [name, String(value).slice(0, 400)]));
}

/** Takes the facts out that all have in common. @returns those, and what is left of each, in their order */
export function hoist(each: readonly Facts[]): {common: Facts; own: Facts[]} {
  const [first = {}, ...others] = each;
  const shared = Object.entries(first).filter(([name, value]) => others.every((facts) => facts[name] === value));
  const common = Object.fromEntries(shared);
  const own = each.map((facts) =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => !Object.hasOwn(common, name)))
  );
  return {common, own};
}

/** A fact as the whole number that it is; undefined if it is not known, or no whole number. */
export function wholeFact(facts: Facts, name: string): number | undefined {
  const text = facts[name];
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** "Java 21.0.2" is "21.0.2" to the prefix "Java "; undefined without it. */
export function afterPrefix(text: string | undefined, prefix: string): string | undefined {
  return text?.startsWith(prefix) === true ? text.slice(prefix.length) : undefined;
}
