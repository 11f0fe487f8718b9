package hotpath;

/** Makes a lab's data: the same data as its lab.ts from the same seed. Not timed. */
@FunctionalInterface
public interface Setup<Input> {
  Input of(int size, Random random);
}
