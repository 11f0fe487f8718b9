package hotpath;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures one variant at one size in this process, which must be fresh. By the protocol of docs/lib/measure.ts. */
final class Measurement {
  /** Kept raw but compact: the clock does not know more. */
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
    measure(work, Settings.of((Map<?, ?>) request.get("settings")), fork);
    return Map.of("fork", fork, "answer", answer);
  }

  private static void measure(Work work, Settings settings, Map<String, Object> fork) {
    OpaqueCall.open();
    long clockStepNs = Clock.stepNs(System::nanoTime);
    ReferenceChain chain = new ReferenceChain(200.0 * clockStepNs);
    Batches batches = new Batches(work, chain, Math.max(settings.batchNs(), 200.0 * clockStepNs), settings);
    boolean steady = batches.untilSteady();
    int iterations = batches.calibrate();

    System.gc();
    Host.Collections before = Host.Collections.now();
    Batches.Taken taken = batches.take(iterations);
    Host.Collections collections = Host.Collections.now().since(before);

    fork.put("iterations", iterations);
    fork.put("samplesNs", fourDigits(taken.kept(), true));
    fork.put("referenceNs", fourDigits(taken.kept(), false));
    fork.put("dropped", taken.dropped());
    fork.put("collections", Map.of("count", collections.count(), "ms", collections.ms()));
    fork.put("steady", steady);
    fork.put("emptyCallNs", fourDigits(OpaqueCall.emptyCallNs(clockStepNs)));
    fork.put("clockStepNs", clockStepNs);
  }

  private static List<Double> fourDigits(List<Batch> batches, boolean iterations) {
    List<Double> rounded = new ArrayList<>();
    for (Batch batch : batches) rounded.add(fourDigits(iterations ? batch.iterationNs() : batch.stepNs()));
    return rounded;
  }

  private static double fourDigits(double ns) {
    return new BigDecimal(ns).round(FOUR_DIGITS).doubleValue();
  }
}
