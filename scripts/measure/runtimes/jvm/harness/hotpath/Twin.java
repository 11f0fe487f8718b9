package hotpath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A lab in Java, beside its lab.ts: the same question about the same data. A variant that does the same as one in
 * lab.ts has its name. The class {@code Lab} gives it by a static method {@code twin}.
 */
public final class Twin<Input> {
  private final String question;
  private final Setup<Input> setup;
  private final Map<String, Variant<Input>> variants = new LinkedHashMap<>();
  private final List<Map<String, Object>> claims = new ArrayList<>();
  private Kind kind = Kind.COMPUTE;
  private String unit = "operation";
  private List<Integer> sizes = List.of();
  private String baseline = "";
  private double tolerance;

  private Twin(String question, Setup<Input> setup) {
    this.question = question;
    this.setup = setup;
  }

  public static <Input> Twin<Input> asking(String question, Setup<Input> setup) {
    return new Twin<>(question, setup);
  }

  public Twin<Input> kind(Kind kind) {
    this.kind = kind;
    return this;
  }

  /** What one operation is, in the singular. An iteration of size n does n of them. */
  public Twin<Input> unit(String unit) {
    this.unit = unit;
    return this;
  }

  public Twin<Input> sizes(int... sizes) {
    this.sizes = IntStream.of(sizes).boxed().toList();
    return this;
  }

  /** How far numeric answers may differ, relative to the larger. */
  public Twin<Input> tolerance(double tolerance) {
    this.tolerance = tolerance;
    return this;
  }

  public Twin<Input> baseline(String variant) {
    baseline = variant;
    return this;
  }

  public Twin<Input> variant(String name, Variant<Input> variant) {
    variants.put(name, variant);
    return this;
  }

  public Twin<Input> claim(String that, Claim claim) {
    claims.add(claim.that(that));
    return this;
  }

  /** Variants and claims in a class of their own: because they are many, or because not every JDK can compile them. */
  @FunctionalInterface
  public interface Part<Input> {
    void addTo(Twin<Input> twin);
  }

  public Twin<Input> part(Part<Input> part) {
    part.addTo(this);
    return this;
  }

  /**
   * Adds the part of this name, if it was compiled: files that import a module that the JDK lacks are left out.
   *
   * @param className of a {@link Part} beside the class Lab, with a constructor without parameters
   */
  @SuppressWarnings("unchecked")
  public Twin<Input> partIfPresent(String className) {
    try {
      ClassLoader beside = setup.getClass().getClassLoader();
      var constructor = Class.forName(className, true, beside).getDeclaredConstructor();
      constructor.setAccessible(true);
      return part((Part<Input>) constructor.newInstance());
    } catch (ClassNotFoundException absent) {
      return this;
    } catch (ReflectiveOperationException broken) {
      throw new Refusal(className + ": " + broken);
    }
  }

  /** A variant with its data, ready to be repeated. @throws Refusal if it does not exist */
  Work work(String name, int size, long seed) {
    Variant<Input> variant = variants.get(name);
    if (variant == null) throw new Refusal("the lab has no variant " + name);
    return variant.work(setup.of(size, new Random(seed)));
  }

  /** A LabDescription. */
  Map<String, Object> describe() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("question", question);
    description.put("kind", kind.lowerCase());
    description.put("unit", unit);
    description.put("sizes", sizes);
    description.put("baseline", baseline);
    description.put("variants", describeVariants());
    description.put("claims", claims);
    description.put("tolerance", tolerance);
    return description;
  }

  private List<Map<String, Object>> describeVariants() {
    Set<String> baselines = new HashSet<>(Set.of(baseline));
    for (Variant<Input> variant : variants.values()) baselines.add(variant.against());
    List<Map<String, Object>> descriptions = new ArrayList<>();
    variants.forEach((name, variant) ->
        descriptions.add(variant.describe(name, baselines.contains(name) ? null : baseline, sizes)));
    return descriptions;
  }
}
