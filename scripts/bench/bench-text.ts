/** JSON with a line for each outcome: compact, and a change can be read. */
export function benchText(bench: object): string {
  const parts = Object.entries(bench).map(([key, value]) => {
    const lines = Array.isArray(value) && typeof value[0] === "object" ? linesOf(value) : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${lines}`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}

function linesOf(items: readonly unknown[]): string {
  return `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(",\n")}\n]`;
}
