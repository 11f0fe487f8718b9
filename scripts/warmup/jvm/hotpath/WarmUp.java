package hotpath;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times the calls of one variant from the first one on, as docs/lib/warmup/take-calls.ts does. Answers as {@link Main}. */
final class WarmUp {
  private static final int A_DOUBLING = 128;
  private static final int ALONE = 16;
  private static final int STEPS = 20;

  private WarmUp() {}

  public static void main(String[] arguments) {
    String line;
    try {
      line = JsonWriter.write(Map.of("answer", answer((Map<?, ?>) JsonReader.read(arguments[0]))));
    } catch (Throwable error) {
      line = JsonWriter.write(Map.of("error", String.valueOf(error)));
    }
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static Map<String, Object> answer(Map<?, ?> question) throws Exception {
    Twin<?> twin = Main.twinIn(Path.of((String) question.get("lab")));
    Map<?, ?> request = (Map<?, ?>) question.get("request");
    String variant = (String) request.get("variant");
    int size = (int) Settings.number(request, "size");
    Work work = twin.work(variant, size, (long) Settings.number(request, "seed"));
    Host host = new VirtualMachine();
    OpaqueCall.open(host);
    double stepNs = Clock.stepNs(host::now);
    Map<String, Object> curve = curve(work, host, stepNs, request);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("curve", curve);
    told.put("clockStepNs", stepNs);
    told.put("answer", Answer.of(work.once(), "variant " + variant + " at " + size));
    return told;
  }

  private static Map<String, Object> curve(Work work, Host host, double stepNs, Map<?, ?> request) {
    long mostCalls = (long) Settings.number(request, "mostCalls");
    double mostNs = Settings.number(request, "mostNs");
    boolean each = (Boolean) request.get("each");
    List<Double> times = new ArrayList<>();
    List<List<Long>> lengths = new ArrayList<>();
    long began = host.now();
    long points = 0;
    for (long done = 0, calls = 1; done < mostCalls; ) {
      long start = host.now();
      work.repeat((int) calls);
      long end = host.now();
      double perCall = Math.max(end - start, stepNs / 2) / calls;
      times.add(perCall);
      points++;
      done += calls;
      boolean over = end - began >= mostNs || done >= mostCalls;
      long next = over || each ? calls : Math.min(nextCalls(done, calls, perCall, stepNs), mostCalls - done);
      if (over || next != calls) {
        lengths.add(List.of(points, calls));
        points = 0;
      }
      if (over) break;
      calls = next;
    }
    return Map.of("ns", times, "calls", lengths);
  }

  private static long nextCalls(long done, long calls, double perCall, double stepNs) {
    boolean enough = done >= 2 * A_DOUBLING && 2 * calls * A_DOUBLING <= done;
    boolean brief = done >= ALONE && calls * perCall < STEPS * stepNs;
    return enough || brief ? 2 * calls : calls;
  }
}
