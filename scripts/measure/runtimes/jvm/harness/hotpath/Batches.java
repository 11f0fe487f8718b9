package hotpath;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Batches of one work, with the reference chain and empty calls beside each. By the rules of docs/lib/batches.ts, until-steady.ts and take-batches.ts.
 *
 * @param emptyCalls how many before and after each batch
 * @param batchNs how long a batch should take
 */
record Batches(Host host, Work work, ReferenceChain chain, int emptyCalls, double batchNs, Settings settings) {
  private static final int WINDOWS = 4;

  /** Where others are busy, compilers wait for a processor as this thread does: so the time that counts is its own. */
  private static final int MOST_WAITING = 4;

  /**
   * How many iterations take about as long as a batch should, found by doubling. What was long enough is timed once
   * more: the first call is cold, and any may have been preempted.
   */
  int calibrate() {
    for (int iterations = 1; ; iterations *= 2) {
      double first = OpaqueCall.time(host, work, iterations);
      if (first < batchNs && iterations < 1 << 30) continue;
      double elapsed = Math.min(first, OpaqueCall.time(host, work, iterations));
      if (elapsed >= batchNs / 2) return (int) Math.max(1, Math.round(iterations * batchNs / elapsed));
    }
  }

  /** A window of the warm-up: its median, and how long compilers had worked when it began. */
  private record Window(double median, long compilationMs) {}

  /**
   * Runs batches until the medians of four windows agree and no compilation ended in them, or the time for it is over.
   * Windows hold undisturbed batches only: see {@link #take}.
   *
   * @param first iterations of a batch, until it becomes too short
   * @return whether they agreed
   */
  boolean untilSteady(int first) {
    Stopwatch running = new Stopwatch(host);
    int iterations = first;
    Quiet quiet = new Quiet(Double.POSITIVE_INFINITY);
    List<Window> windows = new ArrayList<>();
    List<Batch> undisturbed = new ArrayList<>();
    long compilationMs = host.compilationMs();
    while (running.cpuNs() <= settings.warmupCapNs() && running.wallNs() <= MOST_WAITING * settings.warmupCapNs()) {
      Batch batch = time(iterations, quiet);
      if (batch.emptyCallSteps() <= quiet.atBest() * Quiet.UNDISTURBED) undisturbed.add(batch);
      if (batch.lengthNs() < batchNs / 2) iterations = calibrate();
      if (undisturbed.size() < windowLength(batch.lengthNs())) continue;
      windows.add(new Window(Median.of(undisturbed, Batch::iterationSteps), compilationMs));
      undisturbed.clear();
      compilationMs = host.compilationMs();
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
    return agree(last.stream().mapToDouble(Window::median)) && host.compilationMs() == last.get(0).compilationMs;
  }

  private boolean agree(DoubleStream medians) {
    DoubleSummaryStatistics summary = medians.summaryStatistics();
    return summary.getMax() <= summary.getMin() * (1 + settings.steadyWithin());
  }

  /** Whether the batches that were kept agree, in four windows one after the other: see docs/lib/until-steady.ts. */
  boolean haveSettled(Taken taken) {
    List<Batch> kept = taken.kept();
    if (kept.size() < WINDOWS) return false;
    IntFunction<List<Batch>> window = i -> kept.subList(bound(i, kept.size()), bound(i + 1, kept.size()));
    return agree(IntStream.range(0, WINDOWS).mapToDouble(i -> Median.of(window.apply(i), Batch::iterationSteps)));
  }

  private static int bound(int window, int size) {
    return (int) Math.round((double) window * size / WINDOWS);
  }

  /**
   * Times batches until enough were undisturbed: the thread was not preempted, and the empty calls beside it were as
   * short as they can be. While they are too few for a fork, it goes on for as long as it has patience.
   *
   * @param atBest steps of the chain that an empty call takes on this machine when nothing disturbs it, or more
   */
  Taken take(int iterations, double atBest) {
    Stopwatch running = new Stopwatch(host);
    Quiet quiet = new Quiet(atBest);
    List<Batch> all = new ArrayList<>();
    boolean over = false;
    for (int good = 0; good < settings.samples() && !over; ) {
      all.add(time(iterations, quiet));
      good = Taken.undisturbed(all, quiet.atBest());
      double capNs = settings.measureCapNs() * (good < Taken.LEAST ? settings.patience() : 1);
      over = all.size() >= Taken.LEAST && running.wallNs() > capNs;
    }
    return Taken.of(all, quiet.atBest());
  }

  private Batch time(int iterations, Quiet quiet) {
    double stepNs = chain.stepNs();
    double before = OpaqueCall.emptyCallNs(host, emptyCalls);
    Host.Collections collections = host.collections();
    long cpuStart = host.cpuNs();
    double wallNs = OpaqueCall.time(host, work, iterations);
    double cpuNs = host.cpuNs() - cpuStart;
    double collecting = host.collections().since(collections).mostNs();
    double emptyCallNs = Math.max(before, OpaqueCall.emptyCallNs(host, emptyCalls));
    double away = Math.max(0, (wallNs - cpuNs - collecting) / wallNs);
    return new Batch(iterations, wallNs / iterations, stepNs, emptyCallNs, quiet.add(emptyCallNs, stepNs), away);
  }
}
