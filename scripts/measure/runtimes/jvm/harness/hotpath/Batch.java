package hotpath;

/**
 * One batch, with what was timed beside it.
 *
 * @param iterations how many it held
 * @param iterationNs nanoseconds of one of them
 * @param stepNs nanoseconds of one step of the reference chain, just before
 * @param emptyCallNs nanoseconds of an empty call before or after the batch, whichever took longer
 * @param emptyCallSteps the same in steps of the chain: see {@link Quiet}
 * @param away the share of the batch in which its thread stood still, but not for a collection
 */
record Batch(
    int iterations, double iterationNs, double stepNs, double emptyCallNs, double emptyCallSteps, double away) {
  private static final double TOLERATED_NS = 25_000;
  private static final double TOLERATED_SHARE = 0.03;

  double lengthNs() {
    return iterationNs * iterations;
  }

  /** One iteration in steps of the chain. */
  double iterationSteps() {
    return iterationNs / stepNs;
  }

  /** How much it was disturbed, by what ran on the same core or in place of the thread: above 1 is too much. */
  double trouble(double atBest) {
    double tolerated = Math.max(TOLERATED_SHARE, TOLERATED_NS / lengthNs());
    return Math.max(emptyCallSteps / (atBest * Quiet.UNDISTURBED), away / tolerated);
  }
}
