package hotpath;

/**
 * A fixed run of dependent integer steps: every step waits for the one before, so its time counts clock cycles and
 * little else. Called as variants are.
 *
 * A step multiplies and then flips bits, where that of docs/lib/reference-chain.ts multiplies and then adds: as many
 * cycles, but a sum could be merged. HotSpot of JDK 25 made one multiplication and one addition of several steps.
 */
final class ReferenceChain {
  private static final int STEPS = 2_000;

  /** Calls beside a batch, where the clock is fine enough: about a hundred microseconds. */
  private static final int CALLS = 50;

  /** Calls after which the chain runs in the code that it keeps. */
  private static final int WARM_CALLS = 1_000;

  private static int state = 1;

  private final Work work = new Work.OfNumber(ReferenceChain::run, null);
  private final Host host;
  private final int calls;

  /** @param calls beside a batch */
  ReferenceChain(Host host, int calls) {
    this.host = host;
    this.calls = calls;
  }

  /** Warms the chain. @param leastNs how long the calls beside a batch take at least */
  static ReferenceChain warm(Host host, double leastNs) {
    ReferenceChain usual = new ReferenceChain(host, CALLS);
    usual.work.repeat(WARM_CALLS);
    return new ReferenceChain(host, OpaqueCall.callsFor(host, usual.work, leastNs, CALLS));
  }

  /** Nanoseconds of one step, now. */
  double stepNs() {
    return OpaqueCall.time(host, work, calls) / ((double) calls * STEPS);
  }

  /** A call goes on where the one before ended, or a processor would overlap them. */
  static double run(Object nothing) {
    int x = state;
    for (int i = 0; i < STEPS; i++) x = x * 1664525 ^ 1013904223;
    state = x;
    return x;
  }
}
