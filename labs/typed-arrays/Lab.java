import static hotpath.Claim.ratio;
import static hotpath.Variant.number;

import hotpath.Random;
import hotpath.Twin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lab of lab.ts, on the JVM: a List of Doubles stands for the Array, a double[] for the Float64Array. */
final class Lab {
  // #region loop
  private static double loop(List<Double> numbers) {
    double total = 0;
    for (int i = 0; i < numbers.size(); i++) total += numbers.get(i);
    return total;
  }
  // #endregion

  // #region for-of
  private static double forEachOf(List<Double> numbers) {
    double total = 0;
    for (double number : numbers) total += number;
    return total;
  }
  // #endregion

  // #region reduce
  private static double reduce(List<Double> numbers) {
    return numbers.stream().reduce(0.0, Double::sum);
  }
  // #endregion

  // #region map-reduce
  private static double mapReduce(List<Double> numbers) {
    return numbers.stream().map(number -> number * 2).reduce(0.0, Double::sum) / 2;
  }
  // #endregion

  // #region float64-loop
  private static double float64Loop(double[] numbers) {
    double total = 0;
    for (int i = 0; i < numbers.length; i++) total += numbers[i];
    return total;
  }
  // #endregion

  // #region float64-four
  private static double float64Four(double[] numbers) {
    double a = 0, b = 0, c = 0, d = 0;
    for (int i = 0; i < numbers.length; i += 4) {
      a += numbers[i];
      b += numbers[i + 1];
      c += numbers[i + 2];
      d += numbers[i + 3];
    }
    return a + b + (c + d);
  }
  // #endregion

  // #region stream-sum
  /** Adds what rounding loses in a second number (Kahan): another sum, and more work. */
  private static double streamSum(double[] numbers) {
    return Arrays.stream(numbers).sum();
  }
  // #endregion

  // #region stream-reduce
  private static double streamReduce(double[] numbers) {
    return Arrays.stream(numbers).reduce(0, Double::sum);
  }
  // #endregion

  // #region integer-loop
  private static double integerLoop(List<Integer> numbers) {
    long total = 0;
    for (int i = 0; i < numbers.size(); i++) total += numbers.get(i);
    return total;
  }
  // #endregion

  // #region int32-loop
  private static double int32Loop(int[] numbers) {
    long total = 0;
    for (int i = 0; i < numbers.length; i++) total += numbers[i];
    return total;
  }
  // #endregion

  private static double[] randomDoubles(int count, Random random) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) values[i] = random.next();
    return values;
  }

  private static List<Double> listOf(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) list.add(value);
    return list;
  }

  private static int[] integersOf(double[] values) {
    int[] integers = new int[values.length];
    for (int i = 0; i < values.length; i++) integers[i] = (int) (values[i] * 1000);
    return integers;
  }

  private static List<Integer> integerListOf(double[] values) {
    List<Integer> list = new ArrayList<>();
    for (int value : integersOf(values)) list.add(value);
    return list;
  }

  static Twin<double[]> twin() {
    int[] most = {32, 320, 3_200, 32_000, 320_000};
    int[] middle = {3_200, 32_000};
    return Twin.asking("Is a sum faster in a loop, in a chain of array methods or vectorised?", Lab::randomDoubles)
        .unit("element")
        .sizes(32, 320, 3_200, 32_000, 320_000, 3_200_000)
        .tolerance(1e-9)
        .baseline("array-loop")
        .variant("array-loop", number(Lab::listOf, Lab::loop).title("List<Double>: loop"))
        .variant("array-for-of", number(Lab::listOf, Lab::forEachOf).title("List<Double>: for (… : …)").sizes(middle))
        .variant("array-reduce", number(Lab::listOf, Lab::reduce).title("List<Double>: stream, reduce").sizes(most))
        .variant("array-map-reduce", number(Lab::listOf, Lab::mapReduce)
            .title("List<Double>: stream, map, reduce")
            .sizes(most))
        .variant("float64-loop", number(Lab::float64Loop).title("double[] loop"))
        .variant("float64-four", number(Lab::float64Four).title("double[] with four accumulators"))
        .variant("stream-sum", number(Lab::streamSum).title("double[]: stream, sum").sizes(320, 3_200, 32_000))
        .variant("stream-reduce", number(Lab::streamReduce).title("double[]: stream, reduce").sizes(320, 3_200, 32_000))
        .variant("integer-array", number(Lab::integerListOf, Lab::integerLoop)
            .title("List<Integer>: loop")
            .sizes(middle))
        .variant("integer-typed", number(Lab::integersOf, Lab::int32Loop)
            .title("int[] loop")
            .against("integer-array")
            .sizes(middle))
        .claim("A List of Doubles is summed as fast as a double[], within a fifth.",
            ratio("array-loop", 3_200).to("float64-loop").below(1.2))
        .claim("A stream's sum, which also keeps what rounding loses, takes more than three times the time of a loop.",
            ratio("stream-sum", 3_200).to("float64-loop").above(3))
        .claim("A stream is much slower than a loop: to reduce a double[] takes more than 1.5 times its time.",
            ratio("stream-reduce", 3_200).to("float64-loop").above(1.5).folklore())
        .claim("A stream of boxed Doubles takes more than three times the time of a loop over the same list.",
            ratio("array-reduce", 3_200).above(3))
        .claim("Four accumulators sum a double[] in less than 0.9 of the time of one.",
            ratio("float64-four", 3_200).to("float64-loop").below(0.9))
        .claim("HotSpot may add whole numbers several at a time: an int[] takes less than a third of the time.",
            ratio("integer-typed", 3_200).to("float64-loop").below(0.33))
        .claim("In JDK 25, HotSpot uses SIMD for a sum of ints in a long: less than a tenth of a double[]'s time.",
            ratio("integer-typed", 3_200).to("float64-loop").below(0.1).versions(25))
        .partIfPresent("Vectors");
  }
}
