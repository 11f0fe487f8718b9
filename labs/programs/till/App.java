import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sells with several threads, and looks through its books now and then: whoever does so has the book to itself. */
public class App {
  static final int EARLIER = 10_000;
  static final int SALES_A_DAY = 1_500;
  static final int SELLERS = 3;

  record Sale(int number, int customer, int article, int minute) {}

  record Article(int id, int cents, int group) {}

  static final List<Article> articles =
      IntStream.range(0, 20_000).mapToObj(id -> new Article(id, 100 + id * 7919 % 9_000, id % 7)).toList();

  /** What was sold before this program was started. */
  static final List<Sale> book =
      IntStream.range(0, EARLIER).mapToObj(App::saleOf).collect(Collectors.toCollection(ArrayList::new));

  static int doubles = 0;
  static long characters = 0;

  public static void main(String[] arguments) throws InterruptedException {
    int sales = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6_000;
    List<Thread> sellers = new ArrayList<>();
    for (int seller = 0; seller < SELLERS; seller++) {
      int first = seller;
      sellers.add(new Thread(() -> sell(first, sales), "seller " + (seller + 1)));
    }
    for (Thread seller : sellers) seller.start();
    for (Thread seller : sellers) seller.join();
    System.out.println(sales + " sales, " + characters + " characters of receipts, " + doubles + " booked twice");
  }

  static void sell(int first, int sales) {
    for (int number = first; number < sales; number += SELLERS) {
      Sale sale = saleOf(EARLIER + number);
      String receipt = receiptFor(sale);
      enter(sale, receipt);
    }
  }

  static Sale saleOf(int number) {
    return new Sale(number, number * 31 % 9_973, number * 17 % 20_000, number * 13 % 1_440);
  }

  // #region enter
  /** Only one thread at a time has the book. */
  static void enter(Sale sale, String receipt) {
    synchronized (book) {
      book.add(sale);
      characters += receipt.length();
      if (book.size() % SALES_A_DAY == 0) closeDay();
    }
  }
  // #endregion

  // #region receipt
  /** What was bought, and what goes with it. */
  static String receiptFor(Sale sale) {
    Article bought = articles.get(sale.article() % articles.size());
    List<String> lines = new ArrayList<>(List.of(lineOf(bought)));
    for (Article offer : offersFor(bought)) lines.add(lineOf(offer));
    return String.join("\n", lines);
  }

  static String lineOf(Article article) {
    return article.id() + ": " + article.cents() / 100 + "." + article.cents() % 100;
  }

  /** The articles of the same group that cost least. */
  static List<Article> offersFor(Article bought) {
    return articles.stream()
        .filter(article -> article.group() == bought.group() && article.id() != bought.id())
        .sorted(Comparator.comparingInt(Article::cents))
        .limit(20)
        .toList();
  }
  // #endregion

  // #region day
  static void closeDay() {
    doubles = doublesIn(book);
  }

  /** Sales of one article to one customer in one minute are probably one that was booked twice. */
  static int doublesIn(List<Sale> list) {
    int found = 0;
    for (int later = 1; later < list.size(); later++) {
      Sale sale = list.get(later);
      for (int earlier = 0; earlier < later; earlier++) {
        Sale other = list.get(earlier);
        if (other.customer() == sale.customer() && other.article() == sale.article() && other.minute() == sale.minute())
          found++;
      }
    }
    return found;
  }
  // #endregion
}
