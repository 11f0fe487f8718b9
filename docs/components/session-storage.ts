const PROBE = "probe";

/**
 * Where a browser keeps nothing, Framework 1.13.4 fails before it shows its sidebar: what it keeps for a session then
 * lasts as long as the page.
 */
export function replaceRefusedSession(): void {
  try {
    sessionStorage.setItem(PROBE, "");
    sessionStorage.removeItem(PROBE);
  } catch {
    const kept = new Map<string, string>();
    const value = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key)
    };
    Object.defineProperty(window, "sessionStorage", {configurable: true, value});
  }
}
