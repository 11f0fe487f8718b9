import {KINDS} from "./kinds.js";
import type {RuntimeHandle, RuntimeKind} from "./runtime.js";

/** A runtime, with what is known of its kind. */
export interface Chosen {
  readonly kind: RuntimeKind;
  readonly handle: RuntimeHandle;
  /** Whether it is an error if it cannot measure a lab; else it is left out. */
  readonly required: boolean;
}

/** A kind of runtime, and all that this machine has of it, newest last. */
export interface Found {
  readonly kind: RuntimeKind;
  readonly handles: readonly RuntimeHandle[];
}

/** Looks for all kinds at once. */
export function findRuntimes(kinds = KINDS): Promise<Found[]> {
  return Promise.all(kinds.map(async (kind) => ({kind, handles: await kind.find()})));
}

/**
 * What a program is, whatever its name; null if it is no runtime that can measure. Whether it is a browser is asked
 * first, for a browser would open what the other kinds ask as an address.
 */
export async function identifyProgram(executable: string, kinds = KINDS): Promise<Chosen | null> {
  const browsers = kinds.filter(({name}) => name === "chromium");
  for (const some of [browsers, kinds.filter((kind) => !browsers.includes(kind))]) {
    const handles = await Promise.all(some.map((kind) => kind.identify(executable)));
    const index = handles.findIndex((handle) => handle !== null);
    if (index >= 0) return {kind: some[index]!, handle: handles[index]!, required: true};
  }
  return null;
}
