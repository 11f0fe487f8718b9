package hotpath;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** The virtual machine that this process is. */
final class VirtualMachine implements Host {
  /** A clock of processor time that moves in larger steps cannot tell that a batch was preempted: Windows has 15 ms. */
  private static final long FINE_NS = 25_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
  private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
  private final boolean tellsCpuTime = threads.isCurrentThreadCpuTimeSupported()
      && threads.isThreadCpuTimeEnabled()
      && Clock.stepNs(threads::getCurrentThreadCpuTime) <= FINE_NS;

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public long cpuNs() {
    return tellsCpuTime ? threads.getCurrentThreadCpuTime() : now();
  }

  @Override
  public long compilationMs() {
    return compiler != null && compiler.isCompilationTimeMonitoringSupported() ? compiler.getTotalCompilationTime() : 0;
  }

  @Override
  public Collections collections() {
    long count = 0;
    long ms = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      count += Math.max(0, collector.getCollectionCount());
      ms += Math.max(0, collector.getCollectionTime());
    }
    return new Collections(count, ms);
  }
}
