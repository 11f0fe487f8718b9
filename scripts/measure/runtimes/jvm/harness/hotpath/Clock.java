package hotpath;

import java.util.function.LongSupplier;

/** What a clock can tell apart. */
final class Clock {
  private static final int MOST_CHANGES = 20_000;
  private static final int LEAST_CHANGES = 10;
  private static final long ENOUGH_NS = 3_000_000;

  private Clock() {}

  /** The smallest step that the clock was seen to take, in nanoseconds. */
  static long stepNs(LongSupplier now) {
    long start = now.getAsLong();
    long last = start;
    long smallest = Long.MAX_VALUE;
    for (int changes = 0; changes < MOST_CHANGES; ) {
      long next = now.getAsLong();
      if (next > last) {
        smallest = Math.min(smallest, next - last);
        changes++;
        if (changes >= LEAST_CHANGES && next - start > ENOUGH_NS) break;
      }
      last = next;
    }
    return smallest;
  }
}
