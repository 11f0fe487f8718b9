package hotpath;

/** What a fork is lent: clocks, and what the virtual machine tells of itself. A test lends another. */
interface Host {
  /** A monotonic clock, in nanoseconds. */
  long now();

  /**
   * Processor time of this thread so far, in nanoseconds: tells batches that were preempted. As {@link #now} where
   * nobody can tell.
   */
  long cpuNs();

  /** Milliseconds that compilers worked so far. Moves when a compilation ends. */
  long compilationMs();

  /** Collections so far. */
  Collections collections();

  /** How many collections, and how long they took. */
  record Collections(long count, long ms) {
    Collections since(Collections before) {
      return new Collections(count - before.count, ms - before.ms);
    }

    /** The longest that they can have stopped this thread: each is told in whole milliseconds. */
    double mostNs() {
      return count == 0 ? 0 : (ms + count) * 1e6;
    }
  }
}
