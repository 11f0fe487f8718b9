import hotpath.Random;
import java.util.ArrayList;
import java.util.List;

/**
 * What a text is made of.
 *
 * @param parts pieces of small letters, seven on average, and a full stop as the last
 * @param room room for all characters of the text
 */
record Pieces(List<String> parts, byte[] room) {
  /** Ends the text, and is nowhere else in it. */
  static final char MARK = '.';

  static Pieces of(int count, Random random) {
    List<String> parts = new ArrayList<>();
    int characters = 0;
    for (int i = 1; i <= count; i++) {
      String part = i < count ? letters(random) : String.valueOf(MARK);
      parts.add(part);
      characters += part.length();
    }
    return new Pieces(parts, new byte[characters]);
  }

  private static String letters(Random random) {
    char[] letters = new char[4 + random.below(7)];
    for (int i = 0; i < letters.length; i++) letters[i] = (char) ('a' + random.below(26));
    return new String(letters);
  }
}
