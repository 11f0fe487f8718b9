import static hotpath.Variant.number;

import hotpath.Random;
import hotpath.Twin;

/**
 * The self-check of a session: the same integer chain three times, so that each is code of its own. Its steps flip bits
 * where those of self-check-lab.ts add, because HotSpot may merge additions of several steps.
 */
final class Lab {
  private record Chain(int start, int steps) {}

  private static double once(Chain chain) {
    int x = chain.start;
    for (int i = 0; i < chain.steps; i++) x = x * 69069 ^ 12345;
    return x;
  }

  private static double again(Chain chain) {
    int x = chain.start;
    for (int i = 0; i < chain.steps; i++) x = x * 69069 ^ 12345;
    return x;
  }

  private static double more(Chain chain) {
    int x = chain.start;
    for (int i = 0; i < chain.steps; i++) x = x * 69069 ^ 12345;
    return x;
  }

  private static Chain chain(int size, Random random) {
    return new Chain((int) (random.next() * 0x1p31), 2000);
  }

  static Twin<Chain> twin() {
    return Twin.asking("What difference can this machine resolve today?", Lab::chain)
        .unit("run of the chain")
        .sizes(1)
        .baseline("once")
        .variant("once", number(Lab::once))
        .variant("again", number(Lab::again))
        .variant("two-per-cent-more", number((Chain chain) -> new Chain(chain.start, 2040), Lab::more)
            .title("two per cent more steps")
            .mistake("does more work on purpose, so its answer differs"));
  }
}
