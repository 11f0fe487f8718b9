package hotpath;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Repeats one variant until it is compiled, then counts what it allocates. Answers as {@link Main} does. */
final class Explain {
  private static final long WARM_NS = 400_000_000;
  private static final int ROUNDS = 3;

  private Explain() {}

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

  private static Object answer(Map<?, ?> question) throws Exception {
    Twin<?> twin = Main.twinIn(Path.of((String) question.get("lab")));
    int size = (int) Settings.number(question, "size");
    Work work = twin.work((String) question.get("variant"), size, (long) Settings.number(question, "seed"));
    OpaqueCall.open(new VirtualMachine());
    long readyMs = ManagementFactory.getRuntimeMXBean().getUptime();
    int iterations = 0;
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_NS; iterations++) work.repeat(1);
    return Map.of("readyMs", readyMs, "allocation", allocation(work, Math.max(20, iterations / 10)));
  }

  private static Map<String, Object> allocation(Work work, int iterations) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    VirtualMachine machine = new VirtualMachine();
    long least = Long.MAX_VALUE;
    Host.Collections before = machine.collections();
    for (int round = 0; round < ROUNDS; round++) {
      long asking = threads.getCurrentThreadAllocatedBytes();
      long start = threads.getCurrentThreadAllocatedBytes();
      work.repeat(iterations);
      long bytes = threads.getCurrentThreadAllocatedBytes() - start - (start - asking);
      least = Math.min(least, Math.max(0, bytes));
    }
    Host.Collections collections = machine.collections().since(before);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("bytes", (double) least / iterations);
    told.put("iterations", iterations);
    told.put("collections", Map.of("count", collections.count(), "ms", collections.ms()));
    return told;
  }
}
