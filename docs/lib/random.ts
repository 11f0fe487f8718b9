import type {Random} from "./lab.js";

/**
 * Uniform pseudo-random numbers from a seed: xoshiro128** (Blackman and Vigna 2018), whose state is filled by
 * SplitMix with a 32-bit finaliser. Each number takes 53 random bits. Not for secrets.
 *
 * @param seed a whole number from 0 to 2⁵³ − 1
 * @throws RangeError if the seed is not such a number
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed: expected a whole number ≥ 0, got ${seed}`);
  const high = splitMix(Math.floor(seed / 2 ** 32));
  const word = splitMix((seed ^ high()) >>> 0);
  const next = xoshiro([word(), word(), word(), word()]);
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

/** A new array in random order (Fisher and Yates, as Durstenfeld 1964 has it). */
export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const shuffled = [...items];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return shuffled;
}

/**
 * The generator xoshiro128** itself.
 *
 * @param state four words of 32 bits, not all 0
 * @returns a function whose every call gives the next whole number from 0 to 2³² − 1
 */
export function xoshiro(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

function splitMix(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
