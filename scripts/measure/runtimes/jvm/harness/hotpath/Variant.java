package hotpath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One way to do the work, with what describes it: see docs/lib/lab.ts. */
public final class Variant<Input> {
  private final Function<Input, Work> prepare;
  private String title;
  private String against;
  private boolean alone;
  private Kind kind;
  private List<Integer> sizes;
  private String mistake;

  private Variant(Function<Input, Work> prepare) {
    this.prepare = prepare;
  }

  /** Work that gives a number, on the lab's own input. Whole numbers have to be exact as a double. */
  public static <Input> Variant<Input> number(ToDoubleFunction<Input> run) {
    return number(input -> input, run);
  }

  /** As {@link #number(ToDoubleFunction)}, on an input of its own; making it is not timed. */
  public static <Input, Own> Variant<Input> number(Function<Input, Own> prepare, ToDoubleFunction<Own> run) {
    return new Variant<>(input -> new Work.OfNumber(untyped(run), prepare.apply(input)));
  }

  /** Work that gives a text, on the lab's own input. */
  public static <Input> Variant<Input> text(Function<Input, String> run) {
    return new Variant<>(input -> new Work.OfText(untyped(run), input));
  }

  /** How tables name it; its name, if left out. */
  public Variant<Input> title(String title) {
    this.title = title;
    return this;
  }

  /** The variant that it is compared with, if not the lab's baseline. That one is a baseline then. */
  public Variant<Input> against(String against) {
    this.against = against;
    return this;
  }

  /** It is compared with none. */
  public Variant<Input> alone() {
    alone = true;
    return this;
  }

  /** What bounds it, if that is not what bounds the lab. */
  public Variant<Input> kind(Kind kind) {
    this.kind = kind;
    return this;
  }

  /** The sizes it is limited to, if not all of the lab's. */
  public Variant<Input> sizes(int... sizes) {
    this.sizes = IntStream.of(sizes).boxed().toList();
    return this;
  }

  /** Says which mistake it shows on purpose. Its answer is not compared. */
  public Variant<Input> mistake(String mistake) {
    this.mistake = mistake;
    return this;
  }

  String against() {
    return against;
  }

  Work work(Input input) {
    return prepare.apply(input);
  }

  /** @param usual what it is compared with if it says nothing itself, null for a baseline */
  Map<String, Object> describe(String name, String usual, List<Integer> allSizes) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("name", name);
    description.put("title", title == null ? name : title);
    description.put("against", alone ? null : against == null ? usual : against);
    description.put("sizes", sizes == null ? allSizes : sizes);
    if (kind != null) description.put("kind", kind.lowerCase());
    if (mistake != null) description.put("mistake", mistake);
    return description;
  }

  @SuppressWarnings("unchecked")
  private static <Own> ToDoubleFunction<Object> untyped(ToDoubleFunction<Own> run) {
    return (ToDoubleFunction<Object>) run;
  }

  @SuppressWarnings("unchecked")
  private static <Own> Function<Object, String> untyped(Function<Own, String> run) {
    return (Function<Object, String>) (Function<?, ?>) run;
  }
}
