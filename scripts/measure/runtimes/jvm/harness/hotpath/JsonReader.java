package hotpath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as maps, lists, texts, doubles, booleans and null. Here because the JDK has no JSON of its own, and a
 * reader without a network has only the JDK.
 */
final class JsonReader {
  private static final char END = '\0';

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /** @throws Refusal that names the place, if the text is not JSON */
  static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.peek();
    if (reader.at < text.length()) throw reader.expected("the end");
    return value;
  }

  private Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    take('{');
    if (skip('}')) return object;
    do {
      String name = string();
      take(':');
      object.put(name, value());
    } while (skip(','));
    take('}');
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    take('[');
    if (skip(']')) return array;
    do array.add(value());
    while (skip(','));
    take(']');
    return array;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    take('"');
    while (at < text.length() && text.charAt(at) != '"') {
      char unit = text.charAt(at++);
      string.append(unit == '\\' ? escaped() : unit);
    }
    take('"');
    return string.toString();
  }

  private char escaped() {
    char kind = at < text.length() ? text.charAt(at++) : END;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> throw expected("an escape");
    };
  }

  private char codeUnit() {
    int unit = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) throw expected("four hexadecimal digits");
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) throw expected("a value");
    at += word.length();
    return value;
  }

  private Double number() {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) at++;
    try {
      return Double.valueOf(text.substring(start, at));
    } catch (NumberFormatException wrong) {
      at = start;
      throw expected("a value");
    }
  }

  /** The next character that is not white space. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    return at < text.length() ? text.charAt(at) : END;
  }

  private boolean skip(char wanted) {
    boolean found = peek() == wanted;
    if (found) at++;
    return found;
  }

  private void take(char wanted) {
    if (!skip(wanted)) throw expected(String.valueOf(wanted));
  }

  private Refusal expected(String what) {
    return new Refusal("not JSON: expected " + what + " at character " + at);
  }
}
