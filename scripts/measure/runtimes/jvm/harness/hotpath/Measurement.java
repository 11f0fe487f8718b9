package hotpath;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures one variant at one size in this process, which must be fresh. By the protocol of docs/lib/measure.ts. */
final class Measurement {
  /** Empty calls before and after each batch take at least this long, and twenty steps of the clock. */
  private static final double EMPTY_CALLS_NS = 10_000;

  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

  private Measurement() {}

  /**
   * @param request a ForkRequest
   * @return a ForkReply
   * @throws Refusal if the variant does not exist, or returns nothing that can be compared
   */
  static Map<String, Object> of(Twin<?> twin, Map<?, ?> request) {
    String variant = String.valueOf(request.get("variant"));
    int size = (int) Settings.number(request, "size");
    Work work = twin.work(variant, size, (long) Settings.number(request, "seed"));
    Map<String, Object> answer = Answer.of(work.once(), "variant " + variant + " at " + size);

    Map<String, Object> fork = new LinkedHashMap<>();
    fork.put("block", (long) Settings.number(request, "block"));
    fork.put("order", (long) Settings.number(request, "order"));
    fork.put("variant", variant);
    fork.put("size", size);
    double atBest = Settings.number(request, "emptyCallSteps", Double.POSITIVE_INFINITY);
    measure(work, Settings.of((Map<?, ?>) request.get("settings")).longEnough(), atBest, fork);
    return Map.of("fork", fork, "answer", answer);
  }

  private static void measure(Work work, Settings settings, double atBest, Map<String, Object> fork) {
    Host host = new VirtualMachine();
    OpaqueCall.open(host);
    long clockStepNs = Clock.stepNs(host::now);
    double batchNs = Math.max(settings.batchNs(), 200.0 * clockStepNs);
    ReferenceChain chain = ReferenceChain.warm(host, 200.0 * clockStepNs);
    int emptyCalls = OpaqueCall.emptyCallsFor(host, Math.max(EMPTY_CALLS_NS, 20.0 * clockStepNs));
    Batches batches = new Batches(host, work, chain, emptyCalls, batchNs, settings);
    boolean agreed = batches.untilSteady(batches.calibrate());
    int iterations = batches.calibrate();

    System.gc();
    Host.Collections before = host.collections();
    Taken taken = batches.take(iterations, atBest);
    Host.Collections collections = host.collections().since(before);

    fork.put("iterations", iterations);
    fork.putAll(figures(taken));
    fork.put("collections", Map.of("count", collections.count(), "ms", collections.ms()));
    fork.put("steady", agreed || batches.haveSettled(taken));
    fork.put("clockStepNs", clockStepNs);
  }

  /** What a fork says of the batches that it took. */
  static Map<String, Object> figures(Taken taken) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("samplesNs", taken.kept().stream().map(batch -> fourDigits(batch.iterationNs())).toList());
    figures.put("referenceNs", taken.kept().stream().map(batch -> fourDigits(batch.stepNs())).toList());
    figures.put("dropped", taken.dropped());
    figures.put("emptyCallNs", fourDigits(taken.emptyCallNs()));
    return figures;
  }

  /** Kept raw but compact: the clock does not know more. */
  private static double fourDigits(double ns) {
    return new BigDecimal(ns).round(FOUR_DIGITS).doubleValue();
  }
}
