package hotpath;

import java.util.Map;

/** What a variant returned, short enough to be sent. As docs/lib/answer.ts has it. */
final class Answer {
  private Answer() {}

  /**
   * @param place named in the refusal: which variant at which size
   * @throws Refusal if there is nothing to compare
   */
  static Map<String, Object> of(Object value, String place) {
    if (value instanceof String text) return Map.of("type", "string", "length", text.length(), "hash", hashOf(text));
    if (value instanceof Double number && Double.isFinite(number)) return Map.of("type", "number", "value", number);
    throw new Refusal(place + ": expected a finite number or a text that depends on all the work, got " + value + "\n"
        + "  work whose result nobody uses can be removed by the compiler, and is not measured");
  }

  /** FNV-1a over UTF-16 code units. */
  static long hashOf(String text) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x01000193;
    return Integer.toUnsignedLong(hash);
  }
}
