package hotpath;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long an empty call takes, in steps of the reference chain, when nothing else is busy on the core. By the rules of
 * docs/lib/quiet.ts, which says why.
 */
final class Quiet {
  /** How much longer than at best empty calls may take beside work that nothing disturbed. */
  static final double UNDISTURBED = 1.45;

  /** Batches whose chains are looked at for the clock of one: some milliseconds, in which a frequency stays. */
  private static final int CHAINS = 8;

  private final double told;
  private final Deque<Double> chains = new ArrayDeque<>();
  private double leastCallNs = Double.POSITIVE_INFINITY;
  private double leastStepNs = Double.POSITIVE_INFINITY;

  /** @param told what is known from elsewhere, in steps; infinite if nothing is */
  Quiet(double told) {
    this.told = told;
  }

  /** Takes in an empty call and a step of the chain that were timed together. @return the call in steps */
  double add(double callNs, double stepNs) {
    leastCallNs = Math.min(leastCallNs, callNs);
    leastStepNs = Math.min(leastStepNs, stepNs);
    if (chains.size() == CHAINS) chains.remove();
    chains.add(stepNs);
    double shortest = Double.POSITIVE_INFINITY;
    for (double chain : chains) shortest = Math.min(shortest, chain);
    return callNs / shortest;
  }

  /** Steps of an empty call at best, as far as is known; infinite before anything is. */
  double atBest() {
    double own = leastCallNs / leastStepNs;
    return Double.isNaN(own) ? told : Math.min(told, own);
  }
}
