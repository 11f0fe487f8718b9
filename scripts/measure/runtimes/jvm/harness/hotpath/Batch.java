package hotpath;

/**
 * One batch, with the chain that was timed just before it.
 *
 * @param away the share of the batch in which its thread stood still, but not for a collection
 */
record Batch(double iterationNs, double stepNs, double away) {
  private static final double TOLERATED_NS = 25_000;
  private static final double TOLERATED_SHARE = 0.03;

  static Batch time(Work work, int iterations, ReferenceChain chain) {
    double stepNs = chain.stepNs();
    Host.Collections before = Host.Collections.now();
    Stopwatch running = new Stopwatch();
    double wallNs = OpaqueCall.time(work, iterations);
    double cpuNs = Host.TELLS_CPU_TIME ? running.cpuNs() : wallNs;
    double collecting = Host.Collections.now().since(before).mostNs();
    return new Batch(wallNs / iterations, stepNs, Math.max(0, (wallNs - cpuNs - collecting) / wallNs));
  }

  /** Whether it stood still longer than 25 microseconds or three per cent, whichever is more. */
  boolean preempted(int iterations) {
    return away > Math.max(TOLERATED_SHARE, TOLERATED_NS / (iterationNs * iterations));
  }
}
