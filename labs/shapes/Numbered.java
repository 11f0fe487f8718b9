import static hotpath.Claim.ratio;
import static hotpath.Variant.number;

import hotpath.Twin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Whole numbers as keys: 0, 1, 2 … and far apart. */
final class Numbered implements Twin.Part<Data> {
  // #region get-number
  private static double getNumber(Lookup<Map<Integer, Integer>, int[]> lookup) {
    long total = 0;
    for (int key : lookup.wanted()) total += lookup.table().get(key);
    return total;
  }

  private static double getPlace(Lookup<int[], int[]> lookup) {
    long total = 0;
    for (int place : lookup.wanted()) total += lookup.table()[place];
    return total;
  }

  /** Ascending numbers, and the value of each at its place. */
  private record Sorted(int[] numbers, int[] values) {}

  private static double searchNumber(Lookup<Sorted, int[]> lookup) {
    Sorted table = lookup.table();
    long total = 0;
    for (int key : lookup.wanted()) total += table.values[Arrays.binarySearch(table.numbers, key)];
    return total;
  }
  // #endregion

  private static Lookup<Map<Integer, Integer>, int[]> lookup(int[] keys, Data data) {
    Map<Integer, Integer> table = new HashMap<>();
    for (int i = 0; i < keys.length; i++) table.put(keys[i], data.values()[i]);
    return new Lookup<>(table, data.inOrder(keys));
  }

  private static Sorted sorted(Data data) {
    Map<Integer, Integer> table = new TreeMap<>();
    for (int i = 0; i < data.ids().length; i++) table.put(data.ids()[i], data.values()[i]);
    int[] numbers = table.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new Sorted(numbers, table.values().stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public void addTo(Twin<Data> twin) {
    int[] large = {1_000, 10_000};
    twin.variant("dense-array", number((Data data) -> new Lookup<>(data.values(), data.order()), Numbered::getPlace)
            .title("int[]: keys 0, 1, 2 …")
            .sizes(large))
        .variant("dense-map", number((Data data) -> lookup(data.upwards(), data), Numbered::getNumber)
            .title("HashMap: keys 0, 1, 2 …")
            .against("dense-array")
            .sizes(large))
        .variant("sparse-map", number((Data data) -> lookup(data.ids(), data), Numbered::getNumber)
            .title("HashMap: numbers far apart")
            .sizes(large))
        .variant("sparse-search", number((Data data) -> new Lookup<>(sorted(data), data.inOrder(data.ids())),
            Numbered::searchNumber)
            .title("binary search in an int[]: numbers far apart")
            .against("sparse-map")
            .sizes(large))
        .claim("With the keys 0, 1, 2 …, a HashMap takes more than three times the time of an int[].",
            ratio("dense-map", 1_000).above(3))
        .claim("A HashMap finds one of 10,000 numbers far apart in less time than a binary search does.",
            ratio("sparse-search", 10_000).above(1).folklore());
  }
}
