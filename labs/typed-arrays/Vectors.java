import static hotpath.Claim.ratio;
import static hotpath.Variant.number;

import hotpath.Twin;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums by the Vector API, which is compiled only where the JDK has its module. */
final class Vectors implements Twin.Part<double[]> {
  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  // #region vector
  private static double vector(double[] numbers) {
    DoubleVector total = DoubleVector.zero(LANES);
    int i = 0;
    for (; i < LANES.loopBound(numbers.length); i += LANES.length()) {
      total = total.add(DoubleVector.fromArray(LANES, numbers, i));
    }
    return total.reduceLanes(VectorOperators.ADD) + rest(numbers, i);
  }
  // #endregion

  // #region vector-four
  private static double vectorFour(double[] numbers) {
    DoubleVector a = DoubleVector.zero(LANES), b = a, c = a, d = a;
    int lanes = LANES.length();
    int i = 0;
    for (; i <= numbers.length - 4 * lanes; i += 4 * lanes) {
      a = a.add(DoubleVector.fromArray(LANES, numbers, i));
      b = b.add(DoubleVector.fromArray(LANES, numbers, i + lanes));
      c = c.add(DoubleVector.fromArray(LANES, numbers, i + 2 * lanes));
      d = d.add(DoubleVector.fromArray(LANES, numbers, i + 3 * lanes));
    }
    return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD) + rest(numbers, i);
  }
  // #endregion

  private static double rest(double[] numbers, int from) {
    double total = 0;
    for (int i = from; i < numbers.length; i++) total += numbers[i];
    return total;
  }

  @Override
  public void addTo(Twin<double[]> twin) {
    twin.variant("vector", number(Vectors::vector).title("double[]: Vector API"))
        .variant("vector-four", number(Vectors::vectorFour).title("double[]: Vector API with four accumulators"))
        .claim("The Vector API with four accumulators sums in less than a third of the loop's time.",
            ratio("vector-four", 3_200).to("float64-loop").below(0.33));
  }
}
