import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the pages of a shop for one visit after the other, and remembers what was looked at. */
public class App {
  static final int PRODUCTS = 4_000;

  record Product(String name, int cents) {}

  record Seen(int position, int product) {}

  record Session(List<Seen> seen, int times) {}

  static final Map<String, Session> sessions = new HashMap<>();
  static final List<Product> catalogue = loadCatalogue();

  public static void main(String[] arguments) {
    int visits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    long characters = 0;
    for (int visit = 0; visit < visits; visit++) characters += answer(visit);
    System.out.println(
        visits + " visits, " + characters + " characters, " + sessions.size() + " sessions remembered");
  }

  /** Names and prices out of an export that holds much more. */
  static List<Product> loadCatalogue() {
    List<Product> products = new ArrayList<>();
    for (String line : exportOf(PRODUCTS).split("\n")) {
      String[] fields = line.split(";");
      products.add(new Product(fields[1], Integer.parseInt(fields[2])));
    }
    return products;
  }

  /** Stands for a file that another system has written. */
  static String exportOf(int count) {
    StringBuilder rows = new StringBuilder();
    for (int id = 0; id < count; id++) {
      String notes = "article " + id + ";supplied by " + id % 17 + ";shelf " + id % 29;
      String row = String.join(";", "" + id, "Product " + id, "" + id * 7919L % 10_000, notes, "" + id % 5, "" + id % 7);
      rows.append(row).append('\n');
    }
    return rows.toString();
  }

  static int answer(int visit) {
    int first = visit * 37 % (PRODUCTS - 20);
    remember("session-" + visit, first);
    return render(catalogue.subList(first, first + 20)).length();
  }

  // #region render
  static String render(List<Product> products) {
    return "<table>" + products.stream().map(App::rowOf).collect(Collectors.joining("\n")) + "</table>";
  }

  static String rowOf(Product product) {
    int cents = product.cents();
    Stream<String> cells =
        Stream.of(product.name(), cents / 100 + "." + cents % 100, cents > 5_000 ? "free delivery" : "");
    return "<tr>" + cells.map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining()) + "</tr>";
  }
  // #endregion

  // #region remember
  static void remember(String session, int first) {
    List<Seen> seen = new ArrayList<>();
    for (int position = 0; position < 20; position++) seen.add(new Seen(position, first + position));
    sessions.put(session, new Session(seen, 1));
  }
  // #endregion
}
