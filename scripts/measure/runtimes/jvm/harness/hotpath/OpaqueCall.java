package hotpath;

import java.util.List;

/**
 * Shows the call sites that are timed many functions before a variant meets them.
 *
 * HotSpot notes the first two types that a site meets, and how often. Where it has met one or two, or mostly one, it
 * inlines them, and then the loop and the variant are optimised as one: work moves out of the loop or disappears. A
 * site that has met seven or eight, each as often as the others, stays a call through a table.
 */
final class OpaqueCall {
  /** By then the loop has run in the tier that takes notes, and in the one that reads them. */
  private static final long OPENING_NS = 30_000_000;

  private static final int LEAST_ROUNDS = 200;
  private static final int LEAST_EMPTY_CALLS = 1024;

  /**
   * Functions that do nothing: two, so that no compiler takes the one that is called for a constant. They open the call
   * site too, so that they were compiled long before their time is asked.
   */
  private static final Work[] EMPTY = {new Work.OfNumber(x -> 0, null), new Work.OfNumber(x -> 1, null)};

  private OpaqueCall() {}

  static void open(Host host) {
    List<Work> decoys = decoys();
    Stopwatch running = new Stopwatch(host);
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
        EMPTY[0],
        EMPTY[1],
        new Work.OfText(x -> (String) x, "one"),
        new Work.OfText(x -> ((String[]) x)[0], new String[] {"two"}),
        new Work.OfText(x -> x == null ? "three" : "", null),
        new Work.OfText(x -> ((List<?>) x).isEmpty() ? "" : "four", List.of(4)),
        new Work.OfText(x -> ((int[]) x)[0] > 0 ? "five" : "", new int[] {5}),
        new Work.OfText(x -> (Double) x > 0 ? "six" : "", 6.0),
        new Work.OfText(x -> "seven", null));
  }

  /** Nanoseconds for a call of a function that does nothing, in the loop of numbers: what each iteration carries. */
  static double emptyCallNs(Host host, int calls) {
    return time(host, EMPTY[calls & 1], calls) / calls;
  }

  /** @return how many empty calls take at least {@code leastNs}: an even number */
  static int emptyCallsFor(Host host, double leastNs) {
    return callsFor(host, EMPTY[0], leastNs, LEAST_EMPTY_CALLS);
  }

  /**
   * How many calls take at least {@code leastNs}, found by doubling. A timing that was held up would end the doubling
   * too early, so two in a row have to be long enough.
   */
  static int callsFor(Host host, Work work, double leastNs, int first) {
    int calls = first;
    while (Math.min(time(host, work, calls), time(host, work, calls)) < leastNs) calls *= 2;
    return calls;
  }

  /** @return nanoseconds */
  static double time(Host host, Work work, int iterations) {
    long start = host.now();
    work.repeat(iterations);
    return host.now() - start;
  }
}
