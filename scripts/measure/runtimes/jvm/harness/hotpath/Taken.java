package hotpath;

import java.util.ArrayList;
import java.util.List;

/** The batches that a fork keeps, in order of time, and how many it drops. By the rules of docs/lib/take-batches.ts. */
record Taken(List<Batch> kept, int dropped) {
  /** So many undisturbed batches are enough for a fork. */
  static final int LEAST = 7;

  /**
   * Keeps the undisturbed batches, or the better half where they are too few.
   *
   * @param atBest steps of the chain that an empty call takes when nothing disturbs it
   */
  static Taken of(List<Batch> all, double atBest) {
    double most = undisturbed(all, atBest) >= LEAST ? 1 : Median.of(all, batch -> batch.trouble(atBest));
    List<Batch> kept = new ArrayList<>(all);
    kept.removeIf(batch -> batch.trouble(atBest) > most);
    return new Taken(kept, all.size() - kept.size());
  }

  /** How many were undisturbed: see {@link #of}. */
  static int undisturbed(List<Batch> all, double atBest) {
    int count = 0;
    for (Batch batch : all) if (batch.trouble(atBest) <= 1) count++;
    return count;
  }

  /** Nanoseconds of an empty call beside the batches that were kept. */
  double emptyCallNs() {
    return Median.of(kept, Batch::emptyCallNs);
  }
}
