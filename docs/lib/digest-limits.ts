/** How much a file may hold that a page reads. Results of many blocks on many runtimes stay far below. */
export const LIMITS = {bytes: 16 * 2 ** 20, depth: 32, runs: 20, claims: 500, comparisons: 2000} as const;
