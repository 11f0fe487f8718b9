package hotpath;

/** Time since it was made: on the wall, and of the processor for this thread. */
final class Stopwatch {
  private final Host host;
  private final long cpuStart;
  private final long wallStart;

  Stopwatch(Host host) {
    this.host = host;
    cpuStart = host.cpuNs();
    wallStart = host.now();
  }

  double wallNs() {
    return host.now() - wallStart;
  }

  double cpuNs() {
    return host.cpuNs() - cpuStart;
  }
}
