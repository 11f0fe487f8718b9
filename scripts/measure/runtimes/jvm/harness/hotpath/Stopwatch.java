package hotpath;

/** Time since it was made: on the wall, and of the processor for this thread. */
final class Stopwatch {
  private final long cpuStart = Host.cpuNs();
  private final long wallStart = System.nanoTime();

  double wallNs() {
    return System.nanoTime() - wallStart;
  }

  /** As {@link #wallNs} where nobody can tell. */
  double cpuNs() {
    return Host.TELLS_CPU_TIME ? Host.cpuNs() - cpuStart : wallNs();
  }
}
