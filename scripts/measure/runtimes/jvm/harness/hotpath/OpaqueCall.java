package hotpath;

import java.util.List;

/**
 * Shows the call sites that are timed many functions before a variant meets them.
 *
 * HotSpot notes the first two types that a site meets, and how often. Where it has met one or two, or mostly one, it
 * inlines them, and then the loop and the variant are optimised as one: work moves out of the loop or disappears. A
 * site that has met seven as often as each other stays a call through a table.
 */
final class OpaqueCall {
  /** By then the loop has run in the tier that takes notes, and in the one that reads them. */
  private static final long OPENING_NS = 30_000_000;

  private static final int LEAST_ROUNDS = 200;
  private static final long EMPTY_BATCH_NS = 200_000;

  /** One of those that open the call site, so that it was compiled long before its time is asked. */
  private static final Work EMPTY = new Work.OfNumber(x -> 0, null);

  private OpaqueCall() {}

  static void open() {
    List<Work> decoys = decoys();
    Stopwatch running = new Stopwatch();
    for (int round = 0; round < LEAST_ROUNDS || running.cpuNs() < OPENING_NS; round++) {
      for (Work decoy : decoys) decoy.repeat(50);
    }
  }

  private static List<Work> decoys() {
    return List.of(
        new Work.OfNumber(x -> x.hashCode(), 1),
        new Work.OfNumber(x -> ((String) x).length(), "two"),
        new Work.OfNumber(x -> ((int[]) x)[0], new int[] {3}),
        new Work.OfNumber(x -> ((double[]) x)[0], new double[] {4}),
        new Work.OfNumber(x -> ((List<?>) x).size(), List.of(5)),
        new Work.OfNumber(x -> (Double) x, 6.0),
        EMPTY,
        new Work.OfText(x -> (String) x, "one"),
        new Work.OfText(x -> ((String[]) x)[0], new String[] {"two"}),
        new Work.OfText(x -> x == null ? "three" : "", null),
        new Work.OfText(x -> ((List<?>) x).isEmpty() ? "" : "four", List.of(4)),
        new Work.OfText(x -> ((int[]) x)[0] > 0 ? "five" : "", new int[] {5}),
        new Work.OfText(x -> (Double) x > 0 ? "six" : "", 6.0),
        new Work.OfText(x -> "seven", null));
  }

  /**
   * Nanoseconds for a call of a function that does nothing, in the same loop. The least of five batches, because
   * whatever disturbs one makes it longer.
   */
  static double emptyCallNs(double clockStepNs) {
    double batchNs = Math.max(EMPTY_BATCH_NS, 200 * clockStepNs);
    int iterations = 1024;
    while (time(EMPTY, iterations) < batchNs) iterations *= 2;
    double least = Double.POSITIVE_INFINITY;
    for (int batch = 0; batch < 5; batch++) least = Math.min(least, time(EMPTY, iterations));
    return least / iterations;
  }

  /** @return nanoseconds */
  static double time(Work work, int iterations) {
    long start = System.nanoTime();
    work.repeat(iterations);
    return System.nanoTime() - start;
  }
}
