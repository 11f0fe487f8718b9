package hotpath;

/**
 * Uniform pseudo-random numbers from a seed: xoshiro128** (Blackman and Vigna 2018), whose state is filled by SplitMix
 * with a 32-bit finaliser. The numbers of docs/lib/random.ts, bit by bit, so that both have the same data.
 */
public final class Random {
  /** The greatest whole number up to which a double has all of them. */
  private static final long MOST = (1L << 53) - 1;

  private int a;
  private int b;
  private int c;
  private int d;

  /** @throws Refusal if the seed is not a whole number from 0 to 2⁵³ − 1 */
  public Random(long seed) {
    if (seed < 0 || seed > MOST) throw new Refusal("seed: expected a whole number ≥ 0, got " + seed);
    SplitMix word = new SplitMix((int) seed ^ new SplitMix((int) (seed >>> 32)).next());
    a = word.next();
    b = word.next();
    c = word.next();
    d = word.next();
  }

  private Random(int a, int b, int c, int d) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /** The generator with a state of its own: four words of 32 bits, not all 0. */
  static Random ofState(int a, int b, int c, int d) {
    return new Random(a, b, c, d);
  }

  /** From 0 to 1, without 1. Takes 53 random bits. */
  public double next() {
    int high = nextWord() >>> 5;
    int low = nextWord() >>> 6;
    return (high * 0x1p26 + low) / 0x1p53;
  }

  /** A whole number from 0, below the bound. */
  public int below(int bound) {
    return (int) Math.floor(next() * bound);
  }

  int nextWord() {
    int result = Integer.rotateLeft(b * 5, 7) * 9;
    int shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = Integer.rotateLeft(d, 11);
    return result;
  }

  private static final class SplitMix {
    private int state;

    SplitMix(int seed) {
      state = seed;
    }

    int next() {
      state += 0x9e3779b9;
      int word = (state ^ (state >>> 16)) * 0x21f0aaad;
      word = (word ^ (word >>> 15)) * 0x735a2d97;
      return word ^ (word >>> 15);
    }
  }
}
