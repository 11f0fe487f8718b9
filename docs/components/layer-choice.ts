import {KeptText} from "./kept-text.js";

const MOST_CHARACTERS = 20_000;

const kept = new KeptText("layers-1");

/** The environments that the reader has switched on or off in charts, by their labels. */
export function chosenLayers(): Map<string, boolean> {
  const text = kept.read();
  if (text.length > MOST_CHARACTERS) return new Map();
  try {
    return new Map((JSON.parse(text) as unknown[]).filter(isChoice));
  } catch {
    return new Map();
  }
}

/** Keeps that an environment is to be shown in all charts that have it, or in none. */
export function chooseLayer(label: string, on: boolean): void {
  kept.write(JSON.stringify([...chosenLayers().set(label, on)]));
}

function isChoice(entry: unknown): entry is [label: string, on: boolean] {
  return Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "boolean";
}
