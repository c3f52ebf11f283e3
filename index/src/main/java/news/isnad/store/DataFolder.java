package news.isnad.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The folder with everything that an installation keeps, and the lock that says which process alone
 * may run the bot on it, write its index or exchange its files.
 *
 * <p>Whoever gets {@link Claim.HeldBy} may still read everything and write to the store; it must
 * not write to the index, rebuild or restore.
 *
 * <p>The lock is the operating system's: it ends with the process, however that ends. Safe for
 * concurrent use.
 */
public final class DataFolder {
  /** A place behind the holder's name, so that the name can be read where locks forbid reading. */
  private static final long LOCKED_BYTE = 1 << 20;

  private static final int LONGEST_HOLDER = 1_000;

  /**
   * Locks of this process. Opening and closing a lock file a second time would end the first lock,
   * so it is not done.
   */
  private static final ConcurrentMap<Path, String> HELD = new ConcurrentHashMap<>();

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /** The data folder at a path; made if it does not exist. */
  public static DataFolder at(Path path) {
    try {
      Files.createDirectories(path);
      return new DataFolder(path.toRealPath());
    } catch (IOException e) {
      throw new StoreUnavailableException("The data folder cannot be made: " + path, e);
    }
  }

  public Path path() {
    return path;
  }

  /** The store's file. */
  public Path database() {
    return path.resolve("isnad.db");
  }

  /** The folder of the Lucene index. */
  public Path index() {
    return path.resolve("index");
  }

  /** What a process says of itself: {@code pid 4711, isnad run, since 2026-11-24T10:00:00Z}. */
  public static String holder(String command, Instant since) {
    return "pid " + ProcessHandle.current().pid() + ", isnad " + command + ", since " + since;
  }

  /**
   * Takes the lock, or says who has it.
   *
   * @param holder what others are told while it is held, see {@link #holder}
   */
  public Claim tryLock(String holder) {
    requireNonNull(holder, "holder is null");
    String other = HELD.putIfAbsent(path, holder);
    if (other != null) {
      return new Claim.HeldBy(other);
    }
    boolean taken = false;
    try {
      Claim claim = tryLockFile(holder);
      taken = claim instanceof Claim.Locked;
      return claim;
    } catch (IOException e) {
      throw new StoreUnavailableException("The data folder cannot be locked: " + path, e);
    } finally {
      if (!taken) {
        HELD.remove(path);
      }
    }
  }

  private Claim tryLockFile(String holder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve("isnad.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    boolean kept = false;
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        return new Claim.HeldBy(read(channel));
      }
      byte[] text = holder.getBytes(UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text, 0, Math.min(text.length, LONGEST_HOLDER)), 0);
      kept = true;
      return new Claim.Locked(() -> release(channel));
    } finally {
      if (!kept) {
        channel.close();
      }
    }
  }

  private void release(FileChannel channel) {
    try (channel) {
      channel.truncate(0);
    } catch (IOException e) {
      // The lock ends with the channel; only the name is left behind.
    } finally {
      HELD.remove(path);
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_HOLDER);
    channel.read(text, 0);
    String holder = new String(text.array(), 0, text.position(), UTF_8).strip();
    return holder.isEmpty() ? "another process" : holder;
  }

  /** What came of asking for the lock. */
  public sealed interface Claim {
    /** It is ours until closed. Closing twice does nothing. */
    final class Locked implements Claim, AutoCloseable {
      private final Runnable release;
      private boolean released;

      Locked(Runnable release) {
        this.release = release;
      }

      @Override
      public synchronized void close() {
        if (!released) {
          released = true;
          release.run();
        }
      }
    }

    /** Somebody else has it: this is who. */
    record HeldBy(String holder) implements Claim {}
  }
}
