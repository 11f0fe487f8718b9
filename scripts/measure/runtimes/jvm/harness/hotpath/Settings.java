package hotpath;

import java.util.Map;

/** How long a fork warms up and measures. All times in nanoseconds. As docs/lib/measure.ts has them. */
record Settings(
    double batchNs,
    int samples,
    double measureCapNs,
    double patience,
    double warmupNs,
    double warmupCapNs,
    double steadyWithin) {
  /**
   * HotSpot compiles in the background, first with a compiler that takes notes, then with the one that uses them.
   * Before this time, windows that agree may all have run in the code of the first.
   */
  private static final double LEAST_WARMUP_NS = 100e6;

  /** Time for the code of the second to be thrown away once and made again. */
  private static final double LEAST_WARMUP_CAP_NS = 600e6;

  static Settings of(Map<?, ?> settings) {
    return new Settings(
        number(settings, "batchNs"),
        (int) number(settings, "samples"),
        number(settings, "measureCapNs"),
        number(settings, "patience", 1),
        number(settings, "warmupNs"),
        number(settings, "warmupCapNs"),
        number(settings, "steadyWithin"));
  }

  /** With a warm-up that is long enough for HotSpot. */
  Settings longEnough() {
    double leastNs = Math.max(LEAST_WARMUP_NS, warmupNs);
    double capNs = Math.max(LEAST_WARMUP_CAP_NS, warmupCapNs);
    return new Settings(batchNs, samples, measureCapNs, patience, leastNs, capNs, steadyWithin);
  }

  /** @throws Refusal that names what is not a number */
  static double number(Map<?, ?> from, String name) {
    if (from.get(name) instanceof Double number) return number;
    throw new Refusal(name + ": expected a number, got " + from.get(name));
  }

  /** As {@link #number(Map, String)}, for what may be left out. */
  static double number(Map<?, ?> from, String name, double otherwise) {
    return from.containsKey(name) ? number(from, name) : otherwise;
  }
}
