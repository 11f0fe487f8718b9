package hotpath;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** What the virtual machine tells of itself. */
final class Host {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
  private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();

  /** A clock of processor time that moves in larger steps cannot tell that a batch was preempted: Windows has 15 ms. */
  private static final long FINE_NS = 25_000;

  /** Whether the processor time of this thread can be had, and is fine enough. */
  static final boolean TELLS_CPU_TIME = THREADS.isCurrentThreadCpuTimeSupported()
      && THREADS.isThreadCpuTimeEnabled()
      && Clock.stepNs(THREADS::getCurrentThreadCpuTime) <= FINE_NS;

  private Host() {}

  /** Processor time of this thread so far, in nanoseconds; 0 where nobody can tell. */
  static long cpuNs() {
    return TELLS_CPU_TIME ? THREADS.getCurrentThreadCpuTime() : 0;
  }

  /** Milliseconds that compilers worked so far. Moves when a compilation ends. */
  static long compilationMs() {
    return COMPILER != null && COMPILER.isCompilationTimeMonitoringSupported() ? COMPILER.getTotalCompilationTime() : 0;
  }

  /** Collections so far: how many, and how long they took. */
  record Collections(long count, long ms) {
    static Collections now() {
      long count = 0;
      long ms = 0;
      for (GarbageCollectorMXBean collector : COLLECTORS) {
        count += Math.max(0, collector.getCollectionCount());
        ms += Math.max(0, collector.getCollectionTime());
      }
      return new Collections(count, ms);
    }

    Collections since(Collections before) {
      return new Collections(count - before.count, ms - before.ms);
    }

    /** The longest that they can have stopped this thread: each is told in whole milliseconds. */
    double mostNs() {
      return count == 0 ? 0 : (ms + count) * 1e6;
    }
  }
}
