package news.isnad.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Recognises the Unicode encodings by the shape of their bytes. */
final class Utf {
  private static final int SAMPLE = 2_048;

  private Utf() {}

  /**
   * How far bytes are UTF-8.
   *
   * @param good well-formed sequences of two or more bytes
   * @param twoBytes those of exactly two
   * @param bad bytes that belong to no sequence
   */
  record Count(int good, int twoBytes, int bad) {
    boolean isAscii() {
      return good == 0 && bad == 0;
    }
  }

  static Count count(byte[] bytes) {
    int good = 0;
    int twoBytes = 0;
    int bad = 0;
    int i = 0;
    while (i < bytes.length) {
      int length = length(bytes[i] & 0xFF);
      if (length == 1) {
        i++;
      } else if (length > 1 && i + length > bytes.length) {
        // Cut off at the end: says nothing.
        i = bytes.length;
      } else if (length > 1 && continues(bytes, i, length)) {
        good++;
        twoBytes += length == 2 ? 1 : 0;
        i += length;
      } else {
        bad++;
        i++;
      }
    }
    return new Count(good, twoBytes, bad);
  }

  private static int length(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  private static boolean continues(byte[] bytes, int from, int length) {
    for (int i = from + 1; i < from + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * UTF-32 and UTF-16 without a mark: bytes of one place in two (or four) are nearly always zero,
   * or the 06 of the Arabic block; those of the other place nearly never.
   */
  static Optional<Charset> wide(byte[] bytes) {
    int seen = Math.min(bytes.length, SAMPLE) / 4 * 4;
    if (seen < 8) {
      return Optional.empty();
    }
    int[] zero = new int[4];
    int[] high = new int[4];
    for (int i = 0; i < seen; i++) {
      zero[i % 4] += bytes[i] == 0 ? 1 : 0;
      high[i % 4] += bytes[i] == 0 || bytes[i] == 6 || bytes[i] == 0x20 ? 1 : 0;
    }
    int most = seen / 4 * 9 / 10;
    if (zero[0] > most && zero[1] > most && zero[3] < most) {
      return Optional.of(StandardCharsets.UTF_32BE);
    }
    if (zero[3] > most && zero[2] > most && zero[0] < most) {
      return Optional.of(StandardCharsets.UTF_32LE);
    }
    int even = high[0] + high[2];
    int odd = high[1] + high[3];
    boolean hasHighs = zero[0] + zero[1] + zero[2] + zero[3] > 0 || sixes(bytes, seen);
    if (hasHighs && even > most * 2 && odd < most) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (hasHighs && odd > most * 2 && even < most) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  private static boolean sixes(byte[] bytes, int seen) {
    int sixes = 0;
    for (int i = 0; i < seen; i++) {
      sixes += bytes[i] == 6 ? 1 : 0;
    }
    return sixes > seen / 4;
  }
}
