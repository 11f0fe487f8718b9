package hotpath;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What a result can refute, about the JVM: see docs/lib/lab.ts. */
public final class Claim {
  private final Map<String, Object> claim = new LinkedHashMap<>();
  private final Map<String, Object> range = new LinkedHashMap<>();
  private final Map<String, Object> where = new LinkedHashMap<>(Map.of("runtime", "jvm"));

  private Claim(String variant) {
    claim.put("variant", variant);
    claim.put("on", where);
  }

  /** Time of the variant ÷ time of what it is compared with. */
  public static Claim ratio(String variant, int at) {
    return new Claim(variant).range("ratio").put("at", at);
  }

  /** Time of one iteration at size {@code to} ÷ time of one iteration at size {@code from}. */
  public static Claim growth(String variant, int from, int to) {
    return new Claim(variant).range("growth").put("from", from).put("to", to);
  }

  /** Operations per second. */
  public static Claim rate(String variant, int at) {
    return new Claim(variant).range("rate").put("at", at);
  }

  public Claim above(double bound) {
    range.put("above", bound);
    return this;
  }

  public Claim below(double bound) {
    range.put("below", bound);
    return this;
  }

  /** The variant that a ratio divides by, if not the one that it is compared with. */
  public Claim to(String variant) {
    return put("to", variant);
  }

  /** Major versions of the JDK for which it is meant. */
  public Claim versions(int... majors) {
    where.put("versions", IntStream.of(majors).boxed().toList());
    return this;
  }

  /** Kept because it is popular, even where it fails. */
  public Claim folklore() {
    return put("source", "folklore");
  }

  /** Said by the article that the workbook answers. */
  public Claim article() {
    return put("source", "article");
  }

  Map<String, Object> that(String sentence) {
    Map<String, Object> whole = new LinkedHashMap<>(Map.of("that", sentence));
    whole.putAll(claim);
    return whole;
  }

  private Claim range(String name) {
    return put(name, range);
  }

  private Claim put(String name, Object value) {
    claim.put(name, value);
    return this;
  }
}
