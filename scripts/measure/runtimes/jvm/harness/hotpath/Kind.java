package hotpath;

/** What bounds the work. It decides which estimate leads: see docs/lib/lab.ts. */
public enum Kind {
  COMPUTE,
  ALLOCATION,
  IO;

  String lowerCase() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
