import static hotpath.Claim.ratio;
import static hotpath.Kind.ALLOCATION;
import static hotpath.Variant.number;

import hotpath.Twin;
import hotpath.Variant;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Many points, made and kept. */
final class Making implements Twin.Part<Data> {
  // #region literal
  private static double makeRecords(int[] values) {
    Lab.First[] points = new Lab.First[values.length];
    long total = 0;
    for (int i = 0; i < values.length; i++) {
      points[i] = new Lab.First(values[i], i);
      total += points[i].x();
    }
    return total + points[points.length - 1].y();
  }
  // #endregion

  // #region class
  private static double makeInstances(int[] values) {
    Lab.Instance[] points = new Lab.Instance[values.length];
    long total = 0;
    for (int i = 0; i < values.length; i++) {
      points[i] = new Lab.Instance(values[i], i);
      total += points[i].x;
    }
    return total + points[points.length - 1].y;
  }
  // #endregion

  // #region map
  private static double makeMaps(int[] values) {
    Map<String, Integer>[] points = Lab.maps(values.length);
    long total = 0;
    for (int i = 0; i < values.length; i++) {
      points[i] = Lab.asMap(values[i], i);
      total += points[i].get("x");
    }
    return total + points[points.length - 1].get("y");
  }
  // #endregion

  private static Variant<Data> making(String title, ToDoubleFunction<int[]> make) {
    return number(Data::values, make).title(title).kind(ALLOCATION).sizes(1_000);
  }

  @Override
  public void addTo(Twin<Data> twin) {
    twin.variant("make-literal", making("make records", Making::makeRecords))
        .variant("make-class", making("make instances", Making::makeInstances).against("make-literal"))
        .variant("make-map", making("make HashMaps", Making::makeMaps).against("make-literal"))
        .claim("To make a HashMap takes more than three times the time of a record with the same two fields.",
            ratio("make-map", 1_000).above(3));
  }
}
