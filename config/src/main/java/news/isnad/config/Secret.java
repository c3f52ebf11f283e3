package news.isnad.config;

/**
 * A value that must never be printed. Its {@link #toString} says only that there is one. Immutable.
 */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The value itself. Never put it into a log, an error, a message or a metric. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "(set, not shown)";
  }
}
