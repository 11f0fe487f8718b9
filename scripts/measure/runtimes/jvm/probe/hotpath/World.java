package hotpath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A world where time passes only in the variant, and one microsecond with every look at the clock. A busy neighbour
 * makes the variant take twice as long, and the empty calls after it; the chain waits for itself. What happens in it is
 * scripted: see batches.test.ts.
 */
final class World implements Host {
  private static final long LOOK_NS = 1_000;

  private final Map<?, ?> script;
  private final Batches batches;
  private long wallNs;
  private long cpuNs;
  private int calls;

  /** Looks at the clock that are left until the empty calls after a batch are over. */
  private int emptyLooks;

  World(Map<?, ?> script, Settings settings) {
    this.script = script;
    Work work = new Work.OfNumber(nothing -> run(), null);
    batches = new Batches(this, work, new ReferenceChain(this, 1), 1, settings.batchNs(), settings);
  }

  Map<String, Object> calibrate() {
    return after("iterations", batches.calibrate());
  }

  Map<String, Object> warmUp(int iterations) {
    return after("steady", batches.untilSteady(iterations));
  }

  Map<String, Object> take(int iterations, double atBest) {
    Taken taken = batches.take(iterations, atBest);
    Map<String, Object> after = after("taken", Measurement.figures(taken));
    after.put("settled", batches.haveSettled(taken));
    return after;
  }

  private Map<String, Object> after(String name, Object given) {
    Map<String, Object> after = new LinkedHashMap<>();
    after.put(name, given);
    after.put("wallNs", wallNs);
    after.put("calls", calls);
    return after;
  }

  @Override
  public long now() {
    long ns = LOOK_NS * (emptyLooks > 0 && emptyLooks < 3 ? slowdown() : 1);
    emptyLooks--;
    wallNs += ns;
    cpuNs += ns;
    return wallNs;
  }

  @Override
  public long cpuNs() {
    return Boolean.TRUE.equals(script.get("withoutCpuTime")) ? wallNs : cpuNs;
  }

  /** A compilation ends in each of the first calls. */
  @Override
  public long compilationMs() {
    return Math.min(calls, (long) Settings.number(script, "compilations", 0));
  }

  /** One in each call, if there are any. */
  @Override
  public Collections collections() {
    return script.containsKey("collectionMs")
        ? new Collections(calls, calls * (long) Settings.number(script, "collectionMs"))
        : new Collections(0, 0);
  }

  private double run() {
    long cost = at("costNs") * slowdown();
    long away = at("awayNs");
    calls++;
    wallNs += cost + away;
    cpuNs += cost;
    emptyLooks = 3;
    return calls;
  }

  /** What the script has for this call; the last of a list is for all calls that follow. */
  private long at(String name) {
    List<?> values = list(name);
    return values.isEmpty() ? 0 : ((Double) values.get(Math.min(calls, values.size() - 1))).longValue();
  }

  /** The neighbour comes and goes at the times of the script, in turn. */
  private int slowdown() {
    long changes = list("neighbourNs").stream().filter(ns -> (Double) ns <= wallNs).count();
    return changes % 2 == 1 ? 2 : 1;
  }

  private List<?> list(String name) {
    return script.containsKey(name) ? (List<?>) script.get(name) : List.of();
  }
}
