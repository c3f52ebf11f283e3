package news.isnad.text;

/**
 * A stretch of a stored text. Immutable.
 *
 * @param start offset of the first UTF-16 unit, 0 or more
 * @param end offset behind the last UTF-16 unit, at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span is not a stretch: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The words of this span, cut from the text it belongs to. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
