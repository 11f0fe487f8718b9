/** Half-widths that a strip can have, as factors: the narrowest that holds the values is taken. */
const reaches = [1.01, 1.02, 1.05, 1.1, 1.2, 1.5, 2, 3, 5, 10, 100, 1000] as const;

/**
 * One character a place, one dot a process: `·` is one value, `•` two or three, `●` more. The middle is the
 * centre, marked `│` where no value lies. Two modes show as two heaps.
 *
 * @param values ratios, one per fork
 * @param centre the ratio in the middle
 * @param width odd number of characters for the dots
 * @returns the dots, and how far they reach to either side: "±5 %" or "÷2 ×2"
 */
export function strip(values: readonly number[], centre: number, width: number): {dots: string; reach: string} {
  const logs = values.map((value) => Math.log(value / centre));
  const furthest = logs.reduce((most, log) => Math.max(most, Math.abs(log)), 0);
  const reach = reaches.find((factor) => Math.log(factor) > furthest - 1e-9) ?? Math.ceil(Math.exp(furthest));
  const middle = (width - 1) / 2;
  const counts = new Array<number>(width).fill(0);
  for (const log of logs) counts[middle + Math.round((log / Math.log(reach)) * middle)]! += 1;
  const dots = counts.map((count, place) => dot(count, place === middle)).join("");
  return {dots, reach: reach < 2 ? `±${Math.round((reach - 1) * 100)} %` : `÷${reach} ×${reach}`};
}

function dot(count: number, central: boolean): string {
  if (count === 0) return central ? "│" : " ";
  if (count === 1) return "·";
  return count < 4 ? "•" : "●";
}
