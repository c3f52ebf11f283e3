package news.isnad.ingest;

import java.io.IOException;
import java.io.Reader;

/** Lines of bounded length: what goes beyond is read, but not kept. Confined to one thread. */
final class Lines {
  private final Reader in;
  private final int longest;
  private final char[] buffer = new char[32_768];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int end;
  private boolean isTooLong;

  Lines(Reader in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Goes to the next line; false after the last one. */
  boolean next() throws IOException {
    line.setLength(0);
    isTooLong = false;
    boolean isAny = false;
    while (at < end || fill()) {
      isAny = true;
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      keep(stop);
      boolean isWhole = stop < end;
      at = isWhole ? stop + 1 : stop;
      if (isWhole) {
        return true;
      }
    }
    return isAny;
  }

  private void keep(int stop) {
    if (line.length() + stop - at > longest) {
      isTooLong = true;
      line.setLength(0);
    }
    if (!isTooLong) {
      line.append(buffer, at, stop - at);
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  boolean isTooLong() {
    return isTooLong;
  }

  String line() {
    return line.toString();
  }
}
