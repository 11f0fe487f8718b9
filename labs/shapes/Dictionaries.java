import static hotpath.Claim.ratio;
import static hotpath.Kind.ALLOCATION;
import static hotpath.Variant.number;

import hotpath.Twin;
import hotpath.Variant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Maps as dictionaries from texts. */
final class Dictionaries implements Twin.Part<Data> {
  // #region get
  private static double get(Lookup<Map<String, Integer>, String[]> lookup) {
    long total = 0;
    for (String key : lookup.wanted()) total += lookup.table().get(key);
    return total;
  }
  // #endregion

  // #region get-fresh
  private static double getFresh(Lookup<Map<String, Integer>, int[]> lookup) {
    long total = 0;
    for (int id : lookup.wanted()) total += lookup.table().get("id-" + id);
    return total;
  }
  // #endregion

  // #region build
  private record Entries(String[] keys, int[] values) {}

  private static double build(Entries entries, Map<String, Integer> table) {
    String[] keys = entries.keys;
    for (int i = 0; i < keys.length; i++) table.put(keys[i], entries.values[i]);
    return table.get(keys[0]) + 1000 * table.get(keys[keys.length - 1]);
  }
  // #endregion

  // #region churn
  /** How many keys live at once. */
  private static final int LIVE = 100;

  private static double churn(String[] keys, Map<String, Integer> table) {
    long total = 0;
    for (int i = 0; i < keys.length; i++) {
      table.put(keys[i], i);
      if (i < LIVE) continue;
      String oldest = keys[i - LIVE];
      total += (long) table.get(oldest) * oldest.length();
      table.remove(oldest);
    }
    return total;
  }
  // #endregion

  // #region iterate
  private static double iterate(Map<String, Integer> table) {
    long total = 0;
    for (Map.Entry<String, Integer> entry : table.entrySet()) total += entry.getKey().length() * entry.getValue();
    return total;
  }

  private static double iterateKeys(Map<String, Integer> table) {
    long total = 0;
    for (String key : table.keySet()) total += key.length() * table.get(key);
    return total;
  }
  // #endregion

  private static Map<String, Integer> fill(Map<String, Integer> table, Data data) {
    String[] keys = data.keys();
    for (int i = 0; i < keys.length; i++) table.put(keys[i], data.values()[i]);
    return table;
  }

  /** The table, and the very texts that are its keys, in the order of the data. */
  private static Function<Data, Lookup<Map<String, Integer>, String[]>> lookup(Supplier<Map<String, Integer>> empty) {
    return data -> {
      String[] keys = data.keys();
      String[] wanted = new String[keys.length];
      for (int i = 0; i < keys.length; i++) wanted[i] = keys[data.order()[i]];
      return new Lookup<>(fill(empty.get(), data), wanted);
    };
  }

  private static Lookup<Map<String, Integer>, int[]> freshLookup(Data data) {
    return new Lookup<>(fill(new HashMap<>(), data), data.inOrder(data.ids()));
  }

  private static Variant<Data> getting(String title, Supplier<Map<String, Integer>> empty) {
    return number(lookup(empty), Dictionaries::get).title(title).sizes(1_000, 10_000);
  }

  private static Variant<Data> building(String title, IntFunction<Map<String, Integer>> empty) {
    return number(
        (Data data) -> new Entries(data.keys(), data.values()),
        (Entries entries) -> build(entries, empty.apply(entries.keys.length)))
        .title(title)
        .kind(ALLOCATION);
  }

  private static Variant<Data> churning(String title, Supplier<Map<String, Integer>> empty) {
    return number(Data::keys, (String[] keys) -> churn(keys, empty.get()))
        .title(title)
        .kind(ALLOCATION)
        .sizes(1_000, 10_000);
  }

  private static Variant<Data> iterating(
      String title, Supplier<Map<String, Integer>> empty, ToDoubleFunction<Map<String, Integer>> iterate) {
    return number((Data data) -> fill(empty.get(), data), iterate).title(title).kind(ALLOCATION).sizes(1_000, 10_000);
  }

  @Override
  public void addTo(Twin<Data> twin) {
    twin.variant("get-map", getting("HashMap: get", HashMap::new))
        .variant("get-tree", getting("TreeMap: get", TreeMap::new).against("get-map"))
        .variant("get-concurrent", getting("ConcurrentHashMap: get", ConcurrentHashMap::new).against("get-map"))
        .variant("fresh-map", number(Dictionaries::freshLookup, Dictionaries::getFresh)
            .title("HashMap: get by a new text")
            .kind(ALLOCATION)
            .sizes(1_000, 10_000)
            .alone())
        .variant("build-map", building("HashMap: build", size -> new HashMap<>()))
        .variant("build-sized", building("HashMap of the right size: build", size -> new HashMap<>(size * 4 / 3 + 1))
            .against("build-map"))
        .variant("build-linked", building("LinkedHashMap: build", size -> new LinkedHashMap<>()).against("build-map"))
        .variant("churn-map", churning("HashMap: add and delete", HashMap::new))
        .variant("churn-linked", churning("LinkedHashMap: add and delete", LinkedHashMap::new).against("churn-map"))
        .variant("iterate-map", iterating("HashMap: entries", HashMap::new, Dictionaries::iterate))
        .variant("iterate-linked", iterating("LinkedHashMap: entries", LinkedHashMap::new, Dictionaries::iterate)
            .against("iterate-map"))
        .variant("iterate-keys", iterating("HashMap: keys, each looked up", HashMap::new, Dictionaries::iterateKeys)
            .against("iterate-map"))
        .claim("A ConcurrentHashMap takes more than 1.5 times the time of a HashMap to look up a text.",
            ratio("get-concurrent", 1_000).above(1.5).folklore())
        .claim("A TreeMap takes more than twice the time of a HashMap to look up a text.",
            ratio("get-tree", 1_000).above(2))
        .claim("A HashMap that is told its size is built in less than 0.9 of the time.",
            ratio("build-sized", 1_000).below(0.9).folklore())
        .claim("To go through the keys and look each up takes more than 1.5 times the time of the entries.",
            ratio("iterate-keys", 1_000).above(1.5).folklore())
        .claim("A LinkedHashMap, which keeps the order as JavaScript's Map does, is gone through in less time than a"
            + " HashMap.", ratio("iterate-linked", 10_000).below(1));
  }
}
