package hotpath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One variant of a compiled lab, called by JMH: the same classes and the same data as in a fork of ours. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TwinBenchmark {
  /** The folder of its classes. */
  @Param("")
  public String lab;

  @Param("")
  public String variant;

  @Param("0")
  public int size;

  @Param("0")
  public long seed;

  private ToDoubleFunction<Object> number;
  private Function<Object, String> text;
  private Object input;

  @Setup
  public void prepare() throws ReflectiveOperationException, IOException {
    Work work = Main.twinIn(Path.of(lab)).work(variant, size, seed);
    if (work instanceof Work.OfNumber of) {
      number = of.run();
      input = of.input();
    } else if (work instanceof Work.OfText of) {
      text = of.run();
      input = of.input();
    }
  }

  @Benchmark
  public double number() {
    return number.applyAsDouble(input);
  }

  @Benchmark
  public String text() {
    return text.apply(input);
  }
}
