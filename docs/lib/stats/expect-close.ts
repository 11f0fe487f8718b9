/**
 * For tests alone: holds a value against one that another tool computed.
 *
 * @param relative how far they may differ, relative to the expected value
 * @throws Error if they differ by more, or either is not a number
 */
export function expectClose(actual: number, expected: number, relative = 1e-10): void {
  if (Math.abs(actual - expected) <= relative * Math.abs(expected)) return;
  throw new Error(`expected ${expected} within ${relative} of itself, got ${actual}`);
}
