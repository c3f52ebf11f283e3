package news.isnad.office;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads the text of PDF and Word files in a process of its own, one at a time. Safe for concurrent
 * use.
 */
public final class OfficeFiles {
  /** The largest file that is looked at. */
  public static final int MOST_BYTES = 20_000_000;

  /** More text than this is no article. */
  static final int MOST_TEXT = 2_000_000;

  private static final Duration MOST_TIME = Duration.ofSeconds(30);
  private static final String HEAP = "-Xmx160m";

  private static final String PDF = "%PDF-";
  private static final String ZIP = "PK\u0003\u0004";

  private final Duration mostTime;
  private final ReentrantLock one = new ReentrantLock();

  public OfficeFiles() {
    this(MOST_TIME);
  }

  OfficeFiles(Duration mostTime) {
    this.mostTime = requireNonNull(mostTime, "mostTime is null");
  }

  /** What came of a file. */
  public sealed interface Outcome {}

  /** Its text, never blank: paragraphs, separated by empty lines. */
  public record Text(String text) implements Outcome {}

  /**
   * Nothing.
   *
   * @param why as a person would say it, about the file
   */
  public record Unread(String why) implements Outcome {}

  /** Whether bytes begin as files of these kinds do. */
  public static boolean isOne(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 5), StandardCharsets.ISO_8859_1);
    return head.startsWith(PDF) || head.startsWith(ZIP);
  }

  /** Reads a file; waits for the one that is being read. */
  public Outcome read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Unread("is larger than " + MOST_BYTES + " bytes");
    }
    one.lock();
    try {
      return readAlone(bytes);
    } catch (IOException noProcess) {
      return new Unread("cannot be read: " + noProcess.getMessage());
    } finally {
      one.unlock();
    }
  }

  private Outcome readAlone(byte[] bytes) throws IOException {
    Process process =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      CompletableFuture<byte[]> answer =
          CompletableFuture.supplyAsync(() -> exchange(process, bytes), Thread::startVirtualThread);
      byte[] said = answer.get(mostTime.toMillis(), TimeUnit.MILLISECONDS);
      boolean ended = process.waitFor(1, TimeUnit.SECONDS);
      return ended ? outcome(process.exitValue(), said) : new Unread("takes too long to read");
    } catch (TimeoutException slow) {
      return new Unread("takes too long to read");
    } catch (ExecutionException broken) {
      return new Unread("cannot be read");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Unread("cannot be read now");
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        HEAP,
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:TieredStopAtLevel=1",
        "-Xlog:disable",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        OfficeProcess.class.getName());
  }

  /** Gives the file in and takes what comes out; never more than is wanted. */
  private static byte[] exchange(Process process, byte[] bytes) {
    Thread giving = Thread.startVirtualThread(() -> give(process, bytes));
    try (InputStream out = process.getInputStream()) {
      byte[] said = out.readNBytes(MOST_TEXT * 3);
      giving.interrupt();
      return said;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void give(Process process, byte[] bytes) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(bytes);
    } catch (IOException ended) {
      // It has seen enough; what it says tells why.
      process.isAlive();
    }
  }

  private static Outcome outcome(int exit, byte[] said) {
    String text = new String(said, StandardCharsets.UTF_8).strip();
    if (exit == OfficeProcess.REFUSED) {
      return new Unread(text.isEmpty() ? "cannot be read" : text);
    }
    if (exit != OfficeProcess.READ) {
      return new Unread("asks for more memory than files like it may");
    }
    return text.isEmpty() ? new Unread("has no text in it, perhaps only pictures") : new Text(text);
  }
}
