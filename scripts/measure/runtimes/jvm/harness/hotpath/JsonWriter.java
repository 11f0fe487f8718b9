package hotpath;

import java.util.Map;

/** Writes maps, lists, texts, numbers, booleans and null as JSON, on one line. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** @throws Refusal if a number is not finite, or a value is of another kind */
  static String write(Object value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return writer.out.toString();
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> object) object(object);
    else if (value instanceof Iterable<?> array) array(array);
    else if (value instanceof String string) string(string);
    else if (value instanceof Number number) number(number);
    else if (value == null || value instanceof Boolean) out.append(value);
    else throw new Refusal("cannot be written as JSON: a value of " + value.getClass());
  }

  private void object(Map<?, ?> object) {
    char before = '{';
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      out.append(before);
      string(String.valueOf(entry.getKey()));
      out.append(':');
      value(entry.getValue());
      before = ',';
    }
    out.append(object.isEmpty() ? "{}" : "}");
  }

  private void array(Iterable<?> array) {
    char before = '[';
    for (Object item : array) {
      out.append(before);
      value(item);
      before = ',';
    }
    out.append(before == '[' ? "[]" : "]");
  }

  private void number(Number number) {
    double value = number.doubleValue();
    if (!Double.isFinite(value)) throw new Refusal("cannot be written as JSON: " + value);
    out.append(number);
  }

  private void string(String string) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char unit = string.charAt(i);
      if (unit == '"' || unit == '\\') out.append('\\').append(unit);
      else if (unit < ' ' || Character.isSurrogate(unit)) out.append(String.format("\\u%04x", (int) unit));
      else out.append(unit);
    }
    out.append('"');
  }
}
