package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import news.isnad.extract.ArticleExtractor;
import news.isnad.extract.PlainTextExtractor;
import news.isnad.feed.FeedReader;
import news.isnad.text.Charsets;

/**
 * Mutilates documents and has them read: each mutation is made from its number and a seed alone, so
 * that a finding can be made again.
 *
 * <ul>
 *   <li>flip: some bytes become others
 *   <li>cut: a stretch is left out, or nothing but a stretch is left
 *   <li>splice: the beginning of one document and the end of another
 *   <li>nest: a stretch is repeated, up to some thousand times, as when elements open and never
 *       close
 * </ul>
 *
 * <p>Each is read as what it looks like, as a feed, and as a page or as plain text by turns. Safe
 * for concurrent use.
 */
public final class Fuzz {
  private static final int MOST_FLIPS = 40;
  private static final int MOST_NESTED = 200_000;
  private static final int SLICE = 4_000;
  private static final int LARGEST_OFTEN = 6_000;
  private static final int MOST_FINDINGS = 10;
  private static final int WARM_UP = 500;
  private static final String PIECES = "<>&;\"'/=![]{}-:%\\\u0000\u0080\u00FF\u00D8\u0006\uFEFF";

  private final List<byte[]> documents;
  private final long seed;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final FeedReader feeds = new FeedReader();
  private final ArticleExtractor pages = new ArticleExtractor();
  private final PlainTextExtractor texts = new PlainTextExtractor();
  private final DocumentReader reader = new DocumentReader(pages::extract);

  /**
   * What came of it. Immutable.
   *
   * @param documents number of them that were mutilated
   * @param mutations number of them
   * @param slow mutations that took more than a second of processor time
   * @param slowest the longest
   * @param findings what went wrong, with the number of the mutation; the first few
   * @param defects number of mutations on which a reader failed
   */
  public record Outcome(
      int documents,
      long mutations,
      long defects,
      long slow,
      Duration slowest,
      List<String> findings) {
    public Outcome {
      requireNonNull(slowest, "slowest is null");
      findings = List.copyOf(findings);
    }
  }

  /**
   * @param documents not empty
   */
  public Fuzz(List<byte[]> documents, long seed) {
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("there are no documents");
    }
    this.documents = List.copyOf(documents);
    this.seed = seed;
  }

  /**
   * The documents below a folder: feeds, pages and texts, unpacked where they are packed.
   *
   * @throws IOException if the folder or a file cannot be read
   */
  public static List<byte[]> documents(Path folder) throws IOException {
    List<byte[]> documents = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Fuzz::isDocument).sorted().toList()) {
        try (InputStream raw = Files.newInputStream(file);
            InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
          documents.add(in.readAllBytes());
        }
      }
    }
    return documents;
  }

  private static boolean isDocument(Path file) {
    return file.toString().matches("(?i).*\\.(xml|rss|atom|html?|txt|json)(\\.gz)?")
        && !file.toString().matches(".*(README|ground-truth|score).*")
        && Files.isRegularFile(file);
  }

  /** Reads mutations 0 to {@code count - 1}, on all processors. */
  public Outcome run(long count) {
    LongStream.range(0, Math.min(WARM_UP, count)).parallel().forEach(this::read);
    LongAdder defects = new LongAdder();
    LongAdder slow = new LongAdder();
    LongAccumulator slowest = new LongAccumulator(Math::max, 0);
    ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
    LongStream.range(0, count)
        .parallel()
        .forEach(
            number -> {
              long begun = threads.getCurrentThreadCpuTime();
              Optional<String> defect = read(number);
              long took = threads.getCurrentThreadCpuTime() - begun;
              slowest.accumulate(took);
              if (defect.isPresent()) {
                defects.increment();
                findings.add("mutation " + number + ": " + defect.get());
              }
              if (took > 1_000_000_000) {
                slow.increment();
                findings.add("mutation " + number + " took " + took / 1_000_000 + " ms");
              }
            });
    return new Outcome(
        documents.size(),
        count,
        defects.sum(),
        slow.sum(),
        Duration.ofNanos(slowest.get()),
        findings.stream().limit(MOST_FINDINGS).toList());
  }

  /** What went wrong with a mutation. */
  private Optional<String> read(long number) {
    byte[] bytes = mutation(number);
    try {
      String found =
          switch (reader.read(bytes, "https://fuzz.invalid/x", Optional.empty(), Given.NOTHING)) {
            case Document.Refused(String why) -> why;
            case Document.Articles _ -> "";
            case Document.FeedItems _ -> "";
          };
      if (found.contains(" cannot be read: ")) {
        return Optional.of(found);
      }
      List<String> problems = feeds.read(bytes, Optional.empty(), Optional.empty()).problems();
      Optional<String> failed = problems.stream().filter(p -> p.contains("Exception")).findFirst();
      String text = Charsets.decode(bytes, Optional.empty()).text();
      // As the other kind, too: what a document looks like is not what it is.
      if (number % 2 == 0) {
        pages.extract(text, Optional.empty());
      } else {
        texts.extract(text);
      }
      return failed;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      StackTraceElement[] trace = defect.getStackTrace();
      return Optional.of(defect + (trace.length > 0 ? " at " + trace[0] : ""));
    }
  }

  /** The bytes of a mutation. */
  public byte[] mutation(long number) {
    SplittableRandom dice = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    byte[] bytes = begun(dice);
    for (int steps = 1 + dice.nextInt(4); steps > 0; steps--) {
      bytes =
          switch (dice.nextInt(4)) {
            case 0 -> flipped(bytes, dice);
            case 1 -> cut(bytes, dice);
            case 2 -> spliced(bytes, begun(dice), dice);
            default -> nested(bytes, dice);
          };
    }
    return bytes;
  }

  /** A document; of a large one mostly a slice with its beginning: so more of them are read. */
  private byte[] begun(SplittableRandom dice) {
    byte[] whole = documents.get(dice.nextInt(documents.size()));
    if (whole.length <= LARGEST_OFTEN || dice.nextInt(50) == 0) {
      return whole;
    }
    int from = dice.nextInt(whole.length - SLICE);
    return joined(Arrays.copyOf(whole, SLICE / 4), Arrays.copyOfRange(whole, from, from + SLICE));
  }

  private static byte[] flipped(byte[] bytes, SplittableRandom dice) {
    byte[] flipped = bytes.clone();
    for (int n = 1 + dice.nextInt(MOST_FLIPS); n > 0 && flipped.length > 0; n--) {
      int at = dice.nextInt(flipped.length);
      flipped[at] =
          switch (dice.nextInt(3)) {
            case 0 -> (byte) dice.nextInt(256);
            case 1 -> (byte) (flipped[at] ^ (1 << dice.nextInt(8)));
            default -> (byte) PIECES.charAt(dice.nextInt(PIECES.length()));
          };
    }
    return flipped;
  }

  private static byte[] cut(byte[] bytes, SplittableRandom dice) {
    int from = dice.nextInt(bytes.length + 1);
    int to = from + dice.nextInt(bytes.length - from + 1);
    byte[] within = Arrays.copyOfRange(bytes, from, to);
    return dice.nextInt(3) == 0
        ? within
        : joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
  }

  private static byte[] spliced(byte[] one, byte[] other, SplittableRandom dice) {
    return joined(
        Arrays.copyOf(one, dice.nextInt(one.length + 1)),
        Arrays.copyOfRange(other, dice.nextInt(other.length + 1), other.length));
  }

  /** Often from one tag to another: then elements are nested. */
  private static byte[] nested(byte[] bytes, SplittableRandom dice) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = tag(bytes, dice.nextInt(bytes.length));
    int longest = Math.min(bytes.length - from, dice.nextBoolean() ? 60 : 1_000);
    int to = tag(bytes, from + 1 + dice.nextInt(longest));
    byte[] piece = Arrays.copyOfRange(bytes, from, Math.max(from, Math.min(to, from + 2_000)));
    int most = Math.max(2, MOST_NESTED / Math.max(1, piece.length) / (dice.nextInt(30) + 1));
    int times = dice.nextInt(40) == 0 ? most : 1 + dice.nextInt(30);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    for (int i = 0; i < times; i++) {
      out.writeBytes(piece);
    }
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  /** The next place where a tag begins, or the place itself where there is none. */
  private static int tag(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '<') {
        return i;
      }
    }
    return Math.min(from, bytes.length);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] joined = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, joined, one.length, other.length);
    return joined;
  }
}
