import hotpath.Random;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The data of one size, of which each variant makes its own.
 *
 * @param values whole numbers below a thousand
 * @param ids different whole numbers below 2³⁰, far apart
 * @param order 0 … size − 1 in the order in which things are looked up
 */
record Data(int[] values, int[] ids, int[] order) {
  static Data of(int size, Random random) {
    int[] values = new int[size];
    for (int i = 0; i < size; i++) values[i] = random.below(1000);
    Set<Integer> ids = new LinkedHashSet<>();
    while (ids.size() < size) ids.add(random.below(1 << 30));
    return new Data(values, ids.stream().mapToInt(Integer::intValue).toArray(), shuffled(size, random));
  }

  /** One text for each id. */
  String[] keys() {
    String[] keys = new String[ids.length];
    for (int i = 0; i < keys.length; i++) keys[i] = "id-" + ids[i];
    return keys;
  }

  /** The keys in the order in which they are looked up. */
  int[] inOrder(int[] keys) {
    int[] wanted = new int[keys.length];
    for (int i = 0; i < keys.length; i++) wanted[i] = keys[order[i]];
    return wanted;
  }

  /** 0, 1, 2 … */
  int[] upwards() {
    return IntStream.range(0, values.length).toArray();
  }

  private static int[] shuffled(int size, Random random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int other = random.below(i + 1);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
    return order;
  }
}
