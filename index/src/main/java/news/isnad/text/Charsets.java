package news.isnad.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From bytes to text, whatever they claim to be.
 *
 * <ol>
 *   <li>A byte order mark decides.
 *   <li>Zero bytes, or the high bytes of Arabic, at every other place: UTF-16 or UTF-32.
 *   <li>Bytes that form UTF-8 are UTF-8, whatever was declared: other encodings do not look like it
 *       by accident. A few broken ones among many good ones are forgiven.
 *   <li>What was declared, in the header, then in the document, if the bytes can be read so and the
 *       text that comes out is no mojibake.
 *   <li>The more plausible of the encodings in use for Arabic and English; a statistical detector
 *       for the rest.
 * </ol>
 *
 * <p>Safe for concurrent use.
 */
public final class Charsets {
  private static final Charset ARABIC_WINDOWS = Charset.forName("windows-1256");
  private static final Charset ARABIC_ISO = Charset.forName("ISO-8859-6");
  private static final Charset LATIN = Charset.forName("windows-1252");

  /** Names that mean another charset in practice, as browsers read them. */
  private static final Map<String, String> IN_PRACTICE =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("windows1256", "windows-1256"),
          Map.entry("cp-1256", "windows-1256"),
          Map.entry("arabic", "ISO-8859-6"),
          Map.entry("unicode", "UTF-16LE"),
          Map.entry("ucs-2", "UTF-16"),
          Map.entry("ucs-4", "UTF-32"));

  private static final Pattern IN_HEADER =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([\\w.:\\-]+)");
  private static final Pattern IN_DOCUMENT =
      Pattern.compile(
          "(?is)<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w.:\\-]+)"
              + "|<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w.:\\-]+)");
  private static final int HEAD = 4_096;
  private static final int SAMPLE = 65_536;
  private static final double CLEARLY_BETTER = 0.35;

  private Charsets() {}

  /**
   * A text and how it was read. Immutable.
   *
   * @param damaged whether some bytes could not be read and stand as U+FFFD
   */
  public record Decoded(String text, Charset charset, boolean damaged) {
    /** False for what is no text at all: too many control or unreadable characters. */
    public boolean isText() {
      int strange = 0;
      int seen = Math.min(text.length(), SAMPLE);
      for (int i = 0; i < seen; i++) {
        char c = text.charAt(i);
        boolean isSpace = c == '\t' || c == '\n' || c == '\r' || c == '\f';
        if ((Character.isISOControl(c) && !isSpace) || c == '\uFFFD' || c == '\uFFFF') {
          strange++;
        }
      }
      return strange * 50 <= seen;
    }
  }

  /**
   * Reads bytes as text. Never fails; ask {@link Decoded#isText()} whether it was text.
   *
   * @param contentType the header that came with the bytes, where there was one
   */
  public static Decoded decode(byte[] bytes, Optional<String> contentType) {
    Optional<Decoded> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<Charset> wide = Utf.wide(bytes);
    if (wide.isPresent()) {
      return lenient(bytes, 0, wide.get());
    }
    Utf.Count utf8 = Utf.count(bytes);
    if (isUtf8ByNoChance(utf8)) {
      return lenient(bytes, 0, StandardCharsets.UTF_8);
    }
    List<Charset> declared = declared(bytes, contentType);
    if (isUtf8(utf8, bytes, declared)) {
      return lenient(bytes, 0, StandardCharsets.UTF_8);
    }
    Charset charset = utf8.isAscii() ? ascii(declared) : mostPlausible(bytes, declared);
    return lenient(bytes, 0, charset);
  }

  /** The charset that a name means in practice; empty for unknown names. */
  public static Optional<Charset> named(String name) {
    String known = name.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(IN_PRACTICE.getOrDefault(known, known)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<Decoded> byMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(lenient(bytes, 3, StandardCharsets.UTF_8));
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(lenient(bytes, 4, StandardCharsets.UTF_32LE));
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(lenient(bytes, 4, StandardCharsets.UTF_32BE));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(lenient(bytes, 2, StandardCharsets.UTF_16LE));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(lenient(bytes, 2, StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Header first, then document; wide ones are left out, their bytes would have shown. */
  private static List<Charset> declared(byte[] bytes, Optional<String> contentType) {
    Set<Charset> found = new LinkedHashSet<>();
    contentType
        .map(IN_HEADER::matcher)
        .filter(Matcher::find)
        .flatMap(m -> named(m.group(1)))
        .ifPresent(found::add);
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher m = IN_DOCUMENT.matcher(head);
    for (int at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
      if (m.region(at, head.length()).lookingAt()) {
        String name = m.group(1) != null ? m.group(1) : m.group(2);
        named(name).ifPresent(found::add);
        break;
      }
    }
    found.removeIf(charset -> charset.name().startsWith("UTF-"));
    return List.copyOf(found);
  }

  private static boolean isMostlyUtf8(Utf.Count utf8) {
    return utf8.good() > 0 && utf8.bad() * 10 <= utf8.good();
  }

  /** Short texts in East Asian charsets can look like two-byte UTF-8. */
  private static boolean isUtf8ByNoChance(Utf.Count utf8) {
    return isMostlyUtf8(utf8) && utf8.good() != utf8.twoBytes();
  }

  private static boolean isUtf8(Utf.Count utf8, byte[] bytes, List<Charset> declared) {
    return isMostlyUtf8(utf8)
        && declared.stream().noneMatch(c -> isEastAsian(c) && strict(bytes, c).isPresent());
  }

  private static boolean isEastAsian(Charset charset) {
    return charset.newEncoder().maxBytesPerChar() > 1.5;
  }

  /** ASCII is UTF-8, unless escape sequences were announced. */
  private static Charset ascii(List<Charset> declared) {
    for (Charset charset : declared) {
      String name = charset.name();
      if (name.startsWith("ISO-2022") || name.startsWith("IBM") || name.startsWith("x-ISO-2022")) {
        return charset;
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static Charset mostPlausible(byte[] bytes, List<Charset> declared) {
    byte[] sample = bytes.length <= SAMPLE ? bytes : Arrays.copyOf(bytes, SAMPLE);
    List<Charset> usual = List.of(ARABIC_WINDOWS, ARABIC_ISO, LATIN);
    Charset best = LATIN;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Charset charset : usual) {
      double score = strict(sample, charset).map(Plausibility::score).orElse(-10.0);
      if (score > bestScore) {
        best = charset;
        bestScore = score;
      }
    }
    for (Charset charset : declared) {
      Optional<String> text = strict(bytes, charset);
      if (text.isPresent() && Plausibility.score(text.get()) > bestScore - CLEARLY_BETTER) {
        return charset;
      }
    }
    if (bestScore > (best.equals(LATIN) ? Plausibility.GOOD_LATIN : Plausibility.GOOD_ARABIC)) {
      return best;
    }
    return detected(sample).orElse(best);
  }

  private static Optional<Charset> detected(byte[] sample) {
    CharsetMatch match = new CharsetDetector().setText(sample).detect();
    if (match == null || match.getConfidence() < 30) {
      return Optional.empty();
    }
    return named(match.getName()).filter(charset -> strict(sample, charset).isPresent());
  }

  /** A sample may end within a character: its last bytes are not held against it. */
  private static Optional<String> strict(byte[] bytes, Charset charset) {
    List<Integer> lengths = new ArrayList<>(List.of(bytes.length));
    if (bytes.length == SAMPLE) {
      lengths.addAll(List.of(SAMPLE - 1, SAMPLE - 2, SAMPLE - 3));
    }
    for (int length : lengths) {
      try {
        return Optional.of(
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, 0, length))
                .toString());
      } catch (CharacterCodingException e) {
        // Not in this charset, or not at this length.
      }
    }
    return Optional.empty();
  }

  private static Decoded lenient(byte[] bytes, int from, Charset charset) {
    String text = new String(bytes, from, bytes.length - from, charset);
    return new Decoded(text, charset, text.indexOf('\uFFFD') >= 0);
  }
}
