import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the orders of many days, a line each, and adds up what every customer spent in every month. */
public class App {
  static final int CUSTOMERS = 300;
  static final int ORDERS_A_DAY = 2_000;

  record Customer(int id, int[] months) {
    long spent() {
      return IntStream.of(months).asLongStream().sum();
    }
  }

  static final List<Customer> customers = new ArrayList<>();

  // #region cursor
  /** A place in a text. */
  static final class Cursor {
    final String text;
    int at = 0;

    Cursor(String text) {
      this.text = text;
    }

    boolean atEnd() {
      return at >= text.length();
    }

    boolean atSeparator() {
      char character = text.charAt(at);
      return character == ';' || character == '\n';
    }

    int digit() {
      return text.charAt(at++) - '0';
    }

    void skip() {
      at++;
    }
  }
  // #endregion

  public static void main(String[] arguments) {
    int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    for (int index = 0; index < CUSTOMERS; index++) customers.add(new Customer(1000 + index, new int[12]));
    for (int day = 0; day < days; day++) bookDay(new Cursor(ordersOf(day)));
    System.out.println(report());
  }

  /** The orders of a day as another system would send them: customer, month, cents. */
  static String ordersOf(int day) {
    StringBuilder text = new StringBuilder();
    int state = day + 1;
    for (int order = 0; order < ORDERS_A_DAY; order++) {
      state = state * 1664525 + 1013904223;
      text.append(1000 + Integer.remainderUnsigned(state, CUSTOMERS)).append(';').append(1 + day % 12);
      text.append(';').append(Integer.remainderUnsigned(state, 9973)).append('\n');
    }
    return text.toString();
  }

  static void bookDay(Cursor cursor) {
    while (!cursor.atEnd()) {
      int id = nextNumber(cursor);
      int month = nextNumber(cursor);
      findCustomer(id).months()[month - 1] += nextNumber(cursor);
    }
  }

  // #region number
  /** The number that begins here; the cursor passes it and the separator behind it. */
  static int nextNumber(Cursor cursor) {
    int number = 0;
    while (!cursor.atSeparator()) number = number * 10 + cursor.digit();
    cursor.skip();
    return number;
  }
  // #endregion

  // #region find
  static Customer findCustomer(int id) {
    for (Customer customer : customers) {
      if (customer.id() == id) return customer;
    }
    throw new IllegalStateException("no customer " + id);
  }
  // #endregion

  static String report() {
    Customer best = customers.get(0);
    long total = 0;
    for (Customer customer : customers) {
      total += customer.spent();
      if (customer.spent() > best.spent()) best = customer;
    }
    return customers.size() + " customers spent " + total + " cents; " + best.id() + " the most, " + best.spent();
  }
}
