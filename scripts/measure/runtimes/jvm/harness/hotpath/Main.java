package hotpath;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Answers one question and ends, as scripts/measure/child.ts does: {@code {"lab": folder of classes, "task":
 * "describe"}}, or {@code "task": "fork"} with a request. Prints one line, {@code {"answer": …}} or {@code {"error":
 * "…"}}.
 */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    String line;
    try {
      line = JsonWriter.write(Map.of("answer", answer((Map<?, ?>) JsonReader.read(arguments[0]))));
    } catch (InvocationTargetException error) {
      line = JsonWriter.write(Map.of("error", String.valueOf(error.getCause())));
    } catch (Throwable error) {
      line = JsonWriter.write(Map.of("error", String.valueOf(error)));
    }
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static Object answer(Map<?, ?> question) throws ReflectiveOperationException, IOException {
    Twin<?> twin = twinIn(Path.of((String) question.get("lab")));
    if (question.get("task").equals("describe")) return twin.describe();
    return Measurement.of(twin, (Map<?, ?>) question.get("request"));
  }

  /** The twin that the method {@code twin} of the class {@code Lab} gives. The loader stays open: the lab needs it. */
  static Twin<?> twinIn(Path folder) throws ReflectiveOperationException, IOException {
    ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    Method twin = Class.forName("Lab", true, loader).getDeclaredMethod("twin");
    twin.setAccessible(true);
    return (Twin<?>) twin.invoke(null);
  }
}
