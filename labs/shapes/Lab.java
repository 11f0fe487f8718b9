import static hotpath.Claim.ratio;
import static hotpath.Variant.number;

import hotpath.Twin;
import hotpath.Variant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/** The lab of lab.ts, on the JVM: where V8 tells shapes apart, HotSpot tells classes apart. */
final class Lab {
  private interface Point {
    int x();
  }

  // #region shapes
  record First(int x, int y) implements Point {}

  private record Second(int x, int y) implements Point {}

  private record Third(int x, int y) implements Point {}

  private record Fourth(int x, int y) implements Point {}

  private record Fifth(int x, int y) implements Point {}

  /** A point of one of five classes. */
  private static Point pointOf(int kind, int x, int y) {
    return switch (kind) {
      case 0 -> new First(x, y);
      case 1 -> new Second(x, y);
      case 2 -> new Third(x, y);
      case 3 -> new Fourth(x, y);
      default -> new Fifth(x, y);
    };
  }
  // #endregion

  // #region read
  private static double readProperty(Point[] points) {
    long total = 0;
    for (int i = 0; i < points.length; i++) total += points[i].x();
    return total;
  }
  // #endregion

  // #region instanceof
  private static double readByClass(Point[] points) {
    long total = 0;
    for (int i = 0; i < points.length; i++) {
      Point point = points[i];
      if (point instanceof First first) total += first.x;
      else if (point instanceof Second second) total += second.x;
      else total += ((Third) point).x;
    }
    return total;
  }
  // #endregion

  // #region ways
  static final class Instance {
    final int x;
    final int y;

    Instance(int x, int y) {
      this.x = x;
      this.y = y;
    }
  }

  static Map<String, Integer> asMap(int x, int y) {
    Map<String, Integer> point = new HashMap<>();
    point.put("x", x);
    point.put("y", y);
    return point;
  }
  // #endregion

  // #region read-class
  private static double readInstances(Instance[] points) {
    long total = 0;
    for (int i = 0; i < points.length; i++) total += points[i].x;
    return total;
  }
  // #endregion

  // #region read-map
  private static double readMap(Map<String, Integer>[] points) {
    long total = 0;
    for (int i = 0; i < points.length; i++) total += points[i].get("x");
    return total;
  }
  // #endregion

  // #region constant
  private static final First OBJECT = new First(1, 2);
  private static final Map<String, Integer> MAP = asMap(1, 2);

  /** HotSpot compiles the value: the field of a record in a constant is a constant. */
  private static double readConstant(int[] values) {
    long total = 0;
    for (int i = 0; i < values.length; i++) total += OBJECT.x;
    return total;
  }

  private static double readConstantMap(int[] values) {
    long total = 0;
    for (int i = 0; i < values.length; i++) total += MAP.get("x");
    return total;
  }
  // #endregion

  @SuppressWarnings("unchecked")
  static Map<String, Integer>[] maps(int count) {
    return new Map[count];
  }

  private static Instance[] instancesOf(Data data) {
    Instance[] points = new Instance[data.values().length];
    for (int i = 0; i < points.length; i++) points[i] = new Instance(data.values()[i], i);
    return points;
  }

  private static Map<String, Integer>[] mapsOf(Data data) {
    Map<String, Integer>[] points = maps(data.values().length);
    for (int i = 0; i < points.length; i++) points[i] = asMap(data.values()[i], i);
    return points;
  }

  /** Points of the classes that the function chooses, from a value and its place. */
  private static Function<Data, Point[]> points(IntBinaryOperator kind) {
    return data -> {
      int[] values = data.values();
      Point[] points = new Point[values.length];
      for (int i = 0; i < points.length; i++) points[i] = pointOf(kind.applyAsInt(values[i], i), values[i], i);
      return points;
    };
  }

  private static Variant<Data> inTurn(String title, int classes, int... sizes) {
    return number(points((x, i) -> i % classes), Lab::readProperty).title(title).sizes(sizes);
  }

  static Twin<Data> twin() {
    int[] large = {1_000, 10_000};
    return Twin.asking("Object or Map, and what does a shape cost?", Data::of)
        .unit("access")
        .sizes(100, 1_000, 10_000)
        .baseline("one-shape")
        .variant("one-shape", inTurn("one class", 1, large))
        .variant("two-shapes", inTurn("two classes", 2, 1_000))
        .variant("three-shapes", inTurn("three classes, in turn", 3, large))
        .variant("three-shuffled", number(points((x, i) -> x % 3), Lab::readProperty)
            .title("three classes, in no order")
            .sizes(large))
        .variant("three-instanceof", number(points((x, i) -> i % 3), Lab::readByClass)
            .title("three classes, told apart by instanceof")
            .sizes(large))
        .variant("four-shapes", inTurn("four classes", 4, 1_000))
        .variant("five-shapes", inTurn("five classes", 5, large))
        .variant("class-point", number(Lab::instancesOf, Lab::readInstances).title("the field of a class").sizes(1_000))
        .variant("map-point", number(Lab::mapsOf, Lab::readMap).title("a HashMap in place of the object").sizes(1_000))
        .variant("constant-object", number(Data::values, Lab::readConstant)
            .title("one constant object")
            .sizes(1_000)
            .mistake("The object never changes: the compiler looks it up once, and the loop adds a known number."))
        .variant("constant-map", number(Data::values, Lab::readConstantMap)
            .title("one constant HashMap")
            .sizes(1_000)
            .mistake("One key of one HashMap that never changes: no data, only a look-up that is repeated."))
        .claim("A call that meets two classes takes less than four times the time of one that meets one.",
            ratio("two-shapes", 1_000).below(4))
        .claim("HotSpot remembers two classes for a call: with three it takes more than three times the time of two.",
            ratio("three-shapes", 1_000).to("two-shapes").above(3))
        .claim("Three classes told apart by instanceof take less than half the time of the call that they replace.",
            ratio("three-instanceof", 1_000).to("three-shapes").below(0.5))
        .claim("A Map in place of a record takes more than twice the time to read.",
            ratio("map-point", 1_000).above(2))
        .part(new Making())
        .part(new Dictionaries())
        .part(new Numbered());
  }
}
