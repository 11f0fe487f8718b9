const KEY = "layers-1";
const MOST_CHARACTERS = 20_000;

/** What a browser that keeps nothing knows of, until the page is left. */
let unkept = "";

/** The environments that the reader has switched on or off in charts, by their labels. */
export function chosenLayers(): Map<string, boolean> {
  const text = readText();
  if (text.length > MOST_CHARACTERS) return new Map();
  try {
    return new Map((JSON.parse(text) as unknown[]).filter(isChoice));
  } catch {
    return new Map();
  }
}

/** Keeps that an environment is to be shown in all charts that have it, or in none. */
export function chooseLayer(label: string, on: boolean): void {
  unkept = JSON.stringify([...chosenLayers().set(label, on)]);
  try {
    localStorage.setItem(KEY, unkept);
  } catch {
    // A browser that keeps nothing still switches.
  }
}

function readText(): string {
  try {
    return localStorage.getItem(KEY) ?? unkept;
  } catch {
    return unkept;
  }
}

function isChoice(entry: unknown): entry is [label: string, on: boolean] {
  return Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "boolean";
}
