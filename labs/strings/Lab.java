import static hotpath.Claim.growth;
import static hotpath.Claim.ratio;
import static hotpath.Variant.number;
import static hotpath.Variant.text;

import hotpath.Kind;
import hotpath.Twin;
import hotpath.Variant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lab of lab.ts, on the JVM. */
final class Lab {
  // #region plus
  private static String plus(Pieces pieces) {
    String text = "";
    for (String part : pieces.parts()) text += part;
    return text;
  }
  // #endregion

  // #region concat
  private static String concat(Pieces pieces) {
    String text = "";
    for (String part : pieces.parts()) text = text.concat(part);
    return text;
  }
  // #endregion

  // #region prepend
  private static String prepend(Pieces pieces) {
    String text = "";
    for (int i = pieces.parts().size() - 1; i >= 0; i--) text = pieces.parts().get(i) + text;
    return text;
  }
  // #endregion

  // #region reduce
  private static String reduce(Pieces pieces) {
    return pieces.parts().stream().reduce("", String::concat);
  }
  // #endregion

  // #region join
  private static String join(Pieces pieces) {
    return String.join("", pieces.parts());
  }
  // #endregion

  // #region push-join
  private static String pushJoin(Pieces pieces) {
    List<String> collected = new ArrayList<>();
    for (String part : pieces.parts()) collected.add(part);
    return String.join("", collected);
  }
  // #endregion

  // #region joining
  private static String joining(Pieces pieces) {
    return pieces.parts().stream().collect(Collectors.joining());
  }
  // #endregion

  // #region builder
  private static String builder(Pieces pieces) {
    StringBuilder text = new StringBuilder();
    for (String part : pieces.parts()) text.append(part);
    return text.toString();
  }
  // #endregion

  // #region builder-sized
  private static String builderOfSize(Pieces pieces) {
    StringBuilder text = new StringBuilder(pieces.room().length);
    for (String part : pieces.parts()) text.append(part);
    return text.toString();
  }
  // #endregion

  // #region builder-insert
  private static String builderInsert(Pieces pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = pieces.parts().size() - 1; i >= 0; i--) text.insert(0, pieces.parts().get(i));
    return text.toString();
  }
  // #endregion

  // #region string-buffer
  private static String stringBuffer(Pieces pieces) {
    StringBuffer text = new StringBuffer();
    for (String part : pieces.parts()) text.append(part);
    return text.toString();
  }
  // #endregion

  // #region buffer
  private static String buffer(Pieces pieces) {
    byte[] room = pieces.room();
    int end = 0;
    for (String part : pieces.parts()) {
      for (int at = 0; at < part.length(); at++) room[end++] = (byte) part.charAt(at);
    }
    return new String(room, 0, end, StandardCharsets.UTF_8);
  }
  // #endregion

  // #region read
  /** Reads the whole text: a native search for the mark at its end. */
  private static int read(String text) {
    return text.indexOf(Pieces.MARK);
  }
  // #endregion

  // #region character-inside
  private static String plusWithCharacter(Pieces pieces) {
    String text = "";
    for (String part : pieces.parts()) {
      if (text.isEmpty() || text.charAt(text.length() - 1) != '\n') text += part;
    }
    return text;
  }
  // #endregion

  // #region builder-character
  private static String builderWithCharacter(Pieces pieces) {
    StringBuilder text = new StringBuilder();
    for (String part : pieces.parts()) {
      if (text.isEmpty() || text.charAt(text.length() - 1) != '\n') text.append(part);
    }
    return text.toString();
  }
  // #endregion

  /** Builds the text and reads it once. */
  private static Variant<Pieces> thenRead(String title, Function<Pieces, String> build, int... sizes) {
    return number((Pieces pieces) -> read(build.apply(pieces))).title(title).against("plus-read").sizes(sizes);
  }

  static Twin<Pieces> twin() {
    int[] quadratic = {100, 1_000};
    int[] linear = {100, 1_000, 10_000};
    int[] far = {100, 1_000, 10_000, 100_000};
    return Twin.asking("Is text built faster with += or with join?", Pieces::of)
        .kind(Kind.ALLOCATION)
        .unit("piece")
        .sizes(far)
        .baseline("plus")
        .variant("plus", text(Lab::plus).title("+=").sizes(linear))
        .variant("concat", text(Lab::concat).sizes(quadratic))
        .variant("prepend", text(Lab::prepend).sizes(quadratic))
        .variant("reduce", text(Lab::reduce).title("stream + reduce").sizes(quadratic))
        .variant("join", text(Lab::join).title("String.join").sizes(linear))
        .variant("push-join", text(Lab::pushJoin).title("add to a list + String.join").sizes(far))
        .variant("joining", text(Lab::joining).title("stream + Collectors.joining").sizes(linear))
        .variant("builder", text(Lab::builder).title("StringBuilder").sizes(far))
        .variant("builder-sized", text(Lab::builderOfSize).title("StringBuilder of the right size").sizes(linear))
        .variant("builder-insert", text(Lab::builderInsert).title("StringBuilder inserting at 0").sizes(linear))
        .variant("string-buffer", text(Lab::stringBuffer).title("StringBuffer").sizes(linear))
        .variant("buffer", text(Lab::buffer).title("bytes decoded").sizes(1_000, 10_000))
        .variant("plus-read", number((Pieces pieces) -> read(plus(pieces))).title("+= and read").sizes(linear))
        .variant("push-join-read", thenRead("add to a list + join and read", Lab::pushJoin, 1_000, 10_000))
        .variant("builder-read", thenRead("StringBuilder and read", Lab::builder, linear))
        .variant("character-inside", thenRead("+= reading a character inside", Lab::plusWithCharacter, quadratic))
        .variant("builder-character",
            thenRead("StringBuilder reading a character inside", Lab::builderWithCharacter, linear))
        .claim("Joining 10,000 pieces takes less time than += in a loop.",
            ratio("push-join-read", 10_000).below(1).article())
        .claim("Each += copies the text so far: ten times the pieces take more than 20 times the time.",
            growth("plus-read", 1_000, 10_000).above(20).article())
        .claim("With a StringBuilder, ten times the pieces take less than 15 times the time.",
            growth("builder", 1_000, 10_000).below(15))
        .claim("At 1,000 pieces, += takes more than five times the time of a StringBuilder.",
            ratio("plus", 1_000).to("builder").above(5).folklore())
        .claim("At 100 pieces, += takes more than twice the time of a StringBuilder.",
            ratio("plus", 100).to("builder").above(2).folklore())
        .claim("A StringBuilder that is told its size takes less time.",
            ratio("builder-sized", 10_000).to("builder").below(1).folklore())
        .claim("A StringBuffer, which locks, takes more than 1.5 times the time of a StringBuilder.",
            ratio("string-buffer", 10_000).to("builder").above(1.5).folklore())
        .claim("Collectors.joining takes less than twice the time of a StringBuilder.",
            ratio("joining", 10_000).to("builder").below(2))
        .claim("Inserting at the start of a StringBuilder moves the text so far: ten times the pieces take more than 20"
            + " times the time.", growth("builder-insert", 1_000, 10_000).above(20))
        .claim("Reading a character after each append takes a StringBuilder less than twice the time.",
            ratio("builder-character", 1_000).to("builder-read").below(2));
  }
}
