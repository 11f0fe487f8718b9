package hotpath;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets tests call what is inside the harness: takes a list of calls, prints the list of what they gave. */
final class Probe {
  private static final Host HOST = new VirtualMachine();

  private Probe() {}

  public static void main(String[] arguments) throws Exception {
    List<Object> given = new ArrayList<>();
    for (Object call : (List<?>) JsonReader.read(arguments[0])) given.add(outcome((Map<?, ?>) call));
    System.out.println(JsonWriter.write(given));
  }

  private static Object outcome(Map<?, ?> call) throws Exception {
    try {
      return give(call);
    } catch (Refusal refusal) {
      return Map.of("refused", refusal.getMessage());
    }
  }

  private static Object give(Map<?, ?> call) throws Exception {
    String text = (String) call.get("text");
    return switch ((String) call.get("give")) {
      case "json" -> JsonReader.read(text);
      case "hash" -> Answer.hashOf(text);
      case "xoshiro" -> words(Random.ofState(1, 2, 3, 4));
      case "random" -> numbers(new Random((long) Settings.number(call, "seed")));
      case "answer of NaN" -> Answer.of(Double.NaN, "here");
      case "away" -> new Host.Collections(3, 7).since(new Host.Collections(1, 2)).mostNs();
      case "unopened" -> timeNothing();
      case "opened" -> {
        OpaqueCall.open(HOST);
        yield timeNothing();
      }
      case "empty" -> {
        OpaqueCall.open(HOST);
        yield timeEmpty();
      }
      case "quiet" -> quiet((List<?>) call.get("pairs"), Settings.number(call, "told", Double.POSITIVE_INFINITY));
      case "calibrate" -> world(call).calibrate();
      case "warmUp" -> world(call).warmUp((int) Settings.number(call, "iterations"));
      case "take" -> world(call).take((int) Settings.number(call, "iterations"), atBest(call));
      case "answers" -> answers(Main.twinIn(Path.of((String) call.get("lab"))), (long) Settings.number(call, "seed"));
      default -> throw new Refusal("gives no " + call.get("give"));
    };
  }

  private static List<Long> words(Random random) {
    List<Long> words = new ArrayList<>();
    for (int i = 0; i < 10; i++) words.add(Integer.toUnsignedLong(random.nextWord()));
    return words;
  }

  private static List<Double> numbers(Random random) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < 4; i++) numbers.add(random.next());
    return numbers;
  }

  /** Times a function that does nothing, often enough to have it compiled. */
  private static double timeNothing() {
    Work nothing = new Work.OfNumber(x -> 1, null);
    double ns = 0;
    for (int batch = 0; batch < 500; batch++) ns += OpaqueCall.time(HOST, nothing, 1000);
    return ns;
  }

  /** Times empty calls, often enough to have what times them compiled as well. */
  private static double timeEmpty() {
    double ns = 0;
    for (int batch = 0; batch < 20_000; batch++) ns += OpaqueCall.emptyCallNs(HOST, 2);
    return ns;
  }

  /** Each call in steps, with what is known of the best then. */
  private static List<Object> quiet(List<?> pairs, double told) {
    Quiet quiet = new Quiet(told);
    List<Object> given = new ArrayList<>();
    for (Object pair : pairs) {
      double steps = quiet.add((Double) ((List<?>) pair).get(0), (Double) ((List<?>) pair).get(1));
      given.add(List.of(steps, quiet.atBest()));
    }
    return given;
  }

  private static World world(Map<?, ?> call) {
    return new World((Map<?, ?>) call.get("world"), Settings.of((Map<?, ?>) call.get("settings")));
  }

  private static double atBest(Map<?, ?> call) {
    return Settings.number(call, "atBest", Double.POSITIVE_INFINITY);
  }

  /** What each variant answers at its two smallest sizes, the first time and again on the same input. */
  private static List<Object> answers(Twin<?> twin, long seed) {
    List<Object> answers = new ArrayList<>();
    for (Object description : (List<?>) twin.describe().get("variants")) {
      String variant = (String) ((Map<?, ?>) description).get("name");
      List<?> sizes = (List<?>) ((Map<?, ?>) description).get("sizes");
      for (Object size : sizes.subList(0, Math.min(2, sizes.size()))) {
        Work work = twin.work(variant, (Integer) size, seed);
        Map<String, Object> cell = new LinkedHashMap<>(Map.of("variant", variant, "size", size));
        cell.put("first", Answer.of(work.once(), variant));
        cell.put("again", Answer.of(work.once(), variant));
        answers.add(cell);
      }
    }
    return answers;
  }
}
