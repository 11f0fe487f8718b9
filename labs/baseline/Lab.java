import static hotpath.Claim.rate;
import static hotpath.Claim.ratio;
import static hotpath.Variant.number;

import hotpath.Random;
import hotpath.Twin;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The lab of lab.ts, on the JVM. Here a whole number is an int or a long unless it says BigInteger. */
final class Lab {
  private record Point(int x, int y) {}

  /**
   * @param start a whole number from the seed, in which every sum starts
   * @param depth fib(depth) makes as many calls as there are steps
   */
  private record Work(int steps, int start, int depth, List<Point> points) {}

  // #region squares
  private static double squares(Work work) {
    long total = work.start;
    for (int i = 0; i < work.steps; i++) total += (long) i * i;
    return total;
  }
  // #endregion

  // #region squares-double
  private static double squaresOfDoubles(Work work) {
    double total = work.start;
    for (double i = 0; i < work.steps; i++) total += i * i;
    return total;
  }
  // #endregion

  // #region squares-stream
  private static double squaresInStream(Work work) {
    return work.start + LongStream.range(0, work.steps).map(i -> i * i).sum();
  }
  // #endregion

  // #region squares-boxed
  private static double squaresInBox(Work work) {
    Long total = (long) work.start;
    for (int i = 0; i < work.steps; i++) total += (long) i * i;
    return total;
  }
  // #endregion

  // #region squares-bigint
  private static double squaresOfBigIntegers(Work work) {
    BigInteger end = BigInteger.valueOf(work.steps);
    BigInteger total = BigInteger.valueOf(work.start);
    for (BigInteger i = BigInteger.ZERO; i.compareTo(end) < 0; i = i.add(BigInteger.ONE)) {
      total = total.add(i.multiply(i));
    }
    return total.doubleValue();
  }
  // #endregion

  // #region fields
  private static double fields(Work work) {
    long total = work.start;
    for (Point point : work.points) total += (long) point.x * point.y;
    return total;
  }
  // #endregion

  // #region chain
  private static double chain(Work work) {
    int x = work.start;
    for (int i = 0; i < work.steps; i++) x = x * 1664525 + 1013904223;
    return x;
  }
  // #endregion

  // #region chain-xor
  /** As many cycles a step as in the chain, if each waits for the last; but no two of these steps make one. */
  private static double chainOfXor(Work work) {
    int x = work.start;
    for (int i = 0; i < work.steps; i++) x = x * 1664525 ^ 1013904223;
    return x;
  }
  // #endregion

  // #region calls
  private static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }
  // #endregion

  // #region calls-bigint
  private static BigInteger fib(BigInteger n) {
    if (n.compareTo(BigInteger.TWO) < 0) return n;
    return fib(n.subtract(BigInteger.ONE)).add(fib(n.subtract(BigInteger.TWO)));
  }
  // #endregion

  // #region empty
  private static double emptyLoop(Work work) {
    for (int i = 0; i < work.steps; i++) {}
    return work.start;
  }
  // #endregion

  private static int callsOfFib(int n) {
    int calls = 1;
    int next = 1;
    for (int i = 0; i < n; i++) {
      int sum = 1 + calls + next;
      calls = next;
      next = sum;
    }
    return calls;
  }

  private static int depthOf(int calls) {
    int depth = 0;
    while (callsOfFib(depth) < calls) depth++;
    return depth;
  }

  private static List<Point> pointsUpTo(int count) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) points.add(new Point(i, i));
    return points;
  }

  private static Work work(int size, Random random) {
    return new Work(size, random.below(1_000_000), depthOf(size), pointsUpTo(size));
  }

  static Twin<Work> twin() {
    return Twin.asking("How much simple work does one second hold?", Lab::work)
        .unit("step")
        .sizes(1_973, 21_891, 242_785)
        .baseline("squares")
        .variant("squares", number(Lab::squares).title("t += i * i"))
        .variant("squares-double", number(Lab::squaresOfDoubles).title("t += i * i in double").sizes(21_891))
        .variant("squares-stream", number(Lab::squaresInStream).title("a stream of i * i, summed").sizes(21_891))
        .variant("squares-boxed", number(Lab::squaresInBox).title("t += i * i, t a Long").sizes(21_891))
        .variant("squares-bigint", number(Lab::squaresOfBigIntegers).title("t += i * i in BigInteger"))
        .variant("fields", number(Lab::fields).title("t += p.x * p.y").sizes(1_973, 21_891))
        .variant("chain", number(Lab::chain).title("a chain of whole numbers").alone())
        .variant("chain-xor", number(Lab::chainOfXor)
            .title("a chain that cannot be merged")
            .sizes(21_891)
            .alone())
        .variant("calls", number((Work work) -> work.start + fib(work.depth)).title("calls: fib"))
        .variant("calls-bigint", number((Work work) -> work.start + fib(BigInteger.valueOf(work.depth)).doubleValue())
            .title("calls: fib in BigInteger")
            .against("calls"))
        .variant("empty-loop", number(Lab::emptyLoop)
            .title("an empty loop")
            .sizes(21_891)
            .mistake("Nobody needs the turns: the compiler may remove them all."))
        .claim("Compiled while it runs, a loop does ten to a hundred times CPython's 10 to 50 million simple operations"
            + " per second.", rate("squares", 21_891).above(1e8).below(5e9).article())
        .claim("A chain of whole numbers, in which each step waits for the last, still does more than 200 million steps"
            + " per second.", rate("chain", 21_891).above(2e8))
        .claim("HotSpot merges steps of the chain: it takes less than half the time of one that cannot be merged.",
            ratio("chain", 21_891).to("chain-xor").below(0.5).versions(25))
        .claim("HotSpot leaves the chain as it is: it takes as long as one that cannot be merged, within a tenth.",
            ratio("chain", 21_891).to("chain-xor").above(0.9).below(1.1).versions(17))
        .claim("More than 50 million calls of a small recursive function fit into a second.",
            rate("calls", 21_891).above(5e7))
        .claim("Two fields of an object can be read and multiplied more than 100 million times per second.",
            rate("fields", 21_891).above(1e8))
        .claim("With numbers of any length (BigInteger), the loop takes more than ten times the time.",
            ratio("squares-bigint", 21_891).above(10))
        .claim("A sum in a Long is a new object in each turn: it takes more than twice the time of a sum in a long.",
            ratio("squares-boxed", 21_891).above(2).folklore())
        .claim("A stream over a range takes more than twice the time of the loop.",
            ratio("squares-stream", 21_891).above(2).folklore())
        .claim("An empty loop does more than a hundred billion turns per second: HotSpot has removed it.",
            rate("empty-loop", 21_891).above(1e11));
  }
}
