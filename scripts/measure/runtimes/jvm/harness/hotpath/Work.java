package hotpath;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** One iteration: a function and its input. A number comes back as it is, not in a box, which would be work too. */
sealed interface Work {
  /** @return what the iteration gives, to be compared */
  Object once();

  /** The only call sites that are timed: see {@link OpaqueCall}. */
  void repeat(int iterations);

  /** Work that gives a number. */
  record OfNumber(ToDoubleFunction<Object> run, Object input) implements Work {
    /** Where the values go, so that no compiler can prove that the work is for nothing. */
    static double sink;

    @Override
    public Object once() {
      return run.applyAsDouble(input);
    }

    @Override
    public void repeat(int iterations) {
      for (int i = 0; i < iterations; i++) sink = run.applyAsDouble(input);
    }
  }

  /** Work that gives a text. */
  record OfText(Function<Object, String> run, Object input) implements Work {
    static String sink;

    @Override
    public Object once() {
      return run.apply(input);
    }

    @Override
    public void repeat(int iterations) {
      for (int i = 0; i < iterations; i++) sink = run.apply(input);
    }
  }
}
