package hotpath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Batches of one work, each timed beside the reference chain. By the rules of docs/lib/batches.ts. */
final class Batches {
  private static final int LEAST_BATCHES = 7;
  private static final int WINDOWS = 4;

  /** Where others are busy, compilers wait for a processor as this thread does: so the time that counts is its own. */
  private static final int MOST_WAITING = 4;

  private final Work work;
  private final ReferenceChain chain;
  private final double batchNs;
  private final Settings settings;

  Batches(Work work, ReferenceChain chain, double batchNs, Settings settings) {
    this.work = work;
    this.chain = chain;
    this.batchNs = batchNs;
    this.settings = settings;
  }

  /** What a fork keeps of its batches. */
  record Taken(List<Batch> kept, int dropped) {}

  /**
   * How many iterations take about as long as a batch should, found by doubling. What was long enough is timed once
   * more: the first call is cold, and any may have been preempted.
   */
  int calibrate() {
    for (int iterations = 1; ; iterations *= 2) {
      double first = OpaqueCall.time(work, iterations);
      if (first < batchNs && iterations < 1 << 30) continue;
      double elapsed = Math.min(first, OpaqueCall.time(work, iterations));
      if (elapsed >= batchNs / 2) return (int) Math.max(1, Math.round(iterations * batchNs / elapsed));
    }
  }

  /** A window of the warm-up: its median, and how long compilers had worked when it began. */
  private record Window(double median, long compilationMs) {}

  /**
   * Runs batches until the medians of four windows agree and no compilation ended in them, or the time for it is over.
   *
   * @return whether they agreed
   */
  boolean untilSteady() {
    Stopwatch running = new Stopwatch();
    int iterations = calibrate();
    double elapsed = batchNs;
    List<Window> windows = new ArrayList<>();
    while (running.cpuNs() <= settings.warmupCapNs() && running.wallNs() <= MOST_WAITING * settings.warmupCapNs()) {
      long compilationMs = Host.compilationMs();
      double[] ratios = new double[windowLength(elapsed)];
      for (int i = 0; i < ratios.length; i++) {
        Batch batch = Batch.time(work, iterations, chain);
        ratios[i] = batch.iterationNs() / batch.stepNs();
        elapsed = batch.iterationNs() * iterations;
      }
      if (elapsed < batchNs / 2) iterations = calibrate();
      windows.add(new Window(median(ratios), compilationMs));
      if (running.cpuNs() >= settings.warmupNs() && agree(windows)) return true;
    }
    return false;
  }

  /** About six milliseconds' worth of batches, at least three and at most eleven. */
  private static int windowLength(double batchNs) {
    return (int) Math.max(3, Math.min(11, Math.round(6e6 / batchNs)));
  }

  private boolean agree(List<Window> all) {
    if (all.size() < WINDOWS) return false;
    List<Window> last = all.subList(all.size() - WINDOWS, all.size());
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (Window window : last) {
      least = Math.min(least, window.median);
      most = Math.max(most, window.median);
    }
    return most <= least * (1 + settings.steadyWithin()) && Host.compilationMs() == last.get(0).compilationMs;
  }

  /** Times batches and keeps those in which the thread was not preempted. */
  Taken take(int iterations) {
    List<Batch> all = new ArrayList<>();
    List<Batch> preempted = new ArrayList<>();
    Stopwatch running = new Stopwatch();
    while (all.size() - preempted.size() < settings.samples()) {
      Batch batch = Batch.time(work, iterations, chain);
      all.add(batch);
      if (batch.preempted(iterations)) preempted.add(batch);
      if (all.size() < LEAST_BATCHES) continue;
      if (running.wallNs() > settings.measureCapNs() || all.size() >= 3 * settings.samples()) break;
    }
    return withoutWorst(all, preempted);
  }

  /** Drops the preempted batches, but never more than half of all: then those that suffered most. */
  static Taken withoutWorst(List<Batch> all, List<Batch> preempted) {
    List<Batch> worst = new ArrayList<>(preempted);
    worst.sort(Comparator.comparingDouble(Batch::away).reversed());
    Set<Batch> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
    dropped.addAll(worst.subList(0, Math.min(worst.size(), all.size() / 2)));
    List<Batch> kept = new ArrayList<>(all);
    kept.removeIf(dropped::contains);
    return new Taken(kept, dropped.size());
  }

  private static double median(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    int middle = ascending.length / 2;
    return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
  }
}
