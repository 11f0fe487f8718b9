package hotpath;

/** What cannot be measured; the message is all that is told of it. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refusal(String message) {
    super(message);
  }

  @Override
  public String toString() {
    return getMessage();
  }
}
