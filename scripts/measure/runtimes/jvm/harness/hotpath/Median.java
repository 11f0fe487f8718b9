package hotpath;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle value, or the mean of the two. */
final class Median {
  private Median() {}

  static <Item> double of(List<Item> items, ToDoubleFunction<Item> value) {
    double[] ascending = new double[items.size()];
    for (int i = 0; i < ascending.length; i++) ascending[i] = value.applyAsDouble(items.get(i));
    Arrays.sort(ascending);
    int middle = ascending.length / 2;
    return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
  }
}
