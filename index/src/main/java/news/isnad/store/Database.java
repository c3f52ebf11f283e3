package news.isnad.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One database file: transactions, readings, backup.
 *
 * <p>Writers are served one after the other, in the order in which they came; readers run beside
 * them, each on a snapshot. Other processes may have the same file open; a writer waits up to ten
 * seconds for theirs.
 *
 * <p>Every method throws {@link StoreUnavailableException} where the disk is full, read-only or
 * held, and {@link DamagedStoreException} where the file is damaged.
 *
 * <p>Safe for concurrent use.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 8;
  private static final long LONGEST_SHARED = Duration.ofMillis(50).toNanos();

  /** The transaction or reading that the current call is part of. */
  private record Scope(Session session, boolean writing, int depth, List<Runnable> afterwards) {
    Handle handle() {
      return session.handle();
    }
  }

  /** A connection, and the commands that it knows by now. */
  private record Session(Handle handle, Prepared prepared) {
    Session(Handle handle) {
      this(handle, new Prepared(handle.getConnection()));
    }
  }

  private final Path file;
  private final Jdbi writers;
  private final Jdbi readers;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Semaphore places = new Semaphore(READERS, true);
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private final Queue<SharedWork<?>> sharing = new ConcurrentLinkedQueue<>();
  private final ScopedValue<Scope> scope = ScopedValue.newInstance();

  /** Guarded by {@code turn}; null before the first transaction and after a failure. */
  private @Nullable Session writer;

  private volatile boolean closed;

  private Database(Path file) {
    this.file = file;
    this.writers = Jdbi.create(Sqlite.writers(file));
    this.readers = Jdbi.create(Sqlite.readers(file));
  }

  /**
   * Opens a database, creating or migrating it where needed.
   *
   * @param migrations class-path folders of SQL migrations, in the order in which they depend on
   *     each other, such as {@code news/isnad/article/migrations}
   * @throws NewerStoreException if a newer version of the program wrote it
   */
  public static Database open(Path file, List<String> migrations) {
    requireNonNull(file, "file is null");
    Path absolute = file.toAbsolutePath();
    try {
      Files.createDirectories(requireNonNull(absolute.getParent(), "file is a root"));
      try (Connection connection = Sqlite.writers(absolute).getConnection()) {
        for (String folder : migrations) {
          Migrations each = new Migrations(folder);
          if (!each.isDone(connection)) {
            each.run(absolute, Sqlite.writers(absolute));
          }
        }
      }
      return new Database(absolute);
    } catch (IOException e) {
      throw new StoreUnavailableException("The folder of " + file + " cannot be made", e);
    } catch (SQLException e) {
      throw Sqlite.translated(absolute, e);
    } catch (RuntimeException e) {
      throw Sqlite.translated(absolute, e);
    }
  }

  /** The database's file. */
  public Path file() {
    return file;
  }

  /**
   * Does work in one transaction: all of it is durable when this returns, none of it if this
   * throws. Inside another transaction of the same thread the work joins that one: it is durable
   * with it, and if it throws, what it did is undone and the outer work decides what next.
   *
   * @throws IllegalStateException inside {@link #reading}: a snapshot cannot be written to
   */
  public <T> T inTransaction(Work<T> work) {
    if (scope.isBound()) {
      return joined(scope.get(), work);
    }
    turn.lock();
    try {
      return written(work);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Does something once the transaction of this thread is durable, and never if it is undone. It
   * must not throw, and it waits for nothing: the next writer waits for it.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void afterwards(Runnable work) {
    if (!scope.isBound() || !scope.get().writing()) {
      throw new IllegalStateException("no transaction");
    }
    scope.get().afterwards().add(work);
  }

  /**
   * Does work as {@link #inTransaction} does, perhaps in one transaction with the work of others
   * who came here meanwhile: many small changes wait for the disk once. Each is done or undone by
   * itself. The work may run on another's thread, so it must not take locks or look at its thread.
   */
  public <T> T together(Work<T> work) {
    if (scope.isBound()) {
      return joined(scope.get(), work);
    }
    SharedWork<T> mine = new SharedWork<>(work);
    sharing.add(mine);
    turn.lock();
    try {
      while (!mine.isEnded()) {
        shareOne();
      }
    } finally {
      turn.unlock();
    }
    return mine.result();
  }

  /** One transaction for those who wait, as many as it is worth to make others wait for. */
  private void shareOne() {
    List<SharedWork<?>> taken = new ArrayList<>();
    try {
      written(
          _ -> {
            long begun = System.nanoTime();
            SharedWork<?> next = sharing.poll();
            while (next != null) {
              taken.add(next);
              next.attempt(this::joinedToThis, this::isOfStore);
              next = System.nanoTime() - begun < LONGEST_SHARED ? sharing.poll() : null;
            }
            return taken.size();
          });
      taken.forEach(SharedWork::end);
    } catch (RuntimeException | Error e) {
      if (taken.isEmpty()) {
        // No transaction can be begun: nobody's.
        takeAll(taken);
      }
      taken.forEach(work -> work.fail(e));
    }
  }

  private void takeAll(List<SharedWork<?>> taken) {
    for (SharedWork<?> next = sharing.poll(); next != null; next = sharing.poll()) {
      taken.add(next);
    }
  }

  private <T> T joinedToThis(Work<T> work) {
    return joined(scope.get(), work);
  }

  /** Whether a failure is the store's, so that nothing else can be done in its transaction. */
  private boolean isOfStore(RuntimeException error) {
    return !Sqlite.translated(file, error).equals(error);
  }

  /**
   * Reads a snapshot. Inside a transaction or reading of the same thread it is that one's own view.
   */
  public <T> T reading(Work<T> work) {
    if (scope.isBound()) {
      return work.with(scope.get().handle());
    }
    checkOpen();
    places.acquireUninterruptibly();
    Session session = null;
    try {
      session = idle.pollFirst();
      if (session == null) {
        session = new Session(readers.open());
        session.handle().execute("PRAGMA query_only = 1");
      }
      session.handle().begin();
      T result = scoped(new Scope(session, false, 0, List.of()), work);
      session.handle().commit();
      idle.addFirst(session);
      session = null;
      return result;
    } catch (RuntimeException e) {
      throw Sqlite.translated(file, e);
    } finally {
      discard(session);
      places.release();
    }
  }

  /**
   * The same, by commands that every question needs: a connection reads each of them once, however
   * often it is said. So there must be few of them, and what differs must be a value.
   */
  public <T> T readingPrepared(Function<Prepared, T> work) {
    return reading(_ -> work.apply(scope.get().session().prepared()));
  }

  /**
   * Saves a copy of everything that is stored now, while others go on reading and writing. The file
   * appears under its name only when it is whole and verified.
   *
   * @param target replaced if it exists
   */
  public void backup(Path target) {
    checkOpen();
    BackupFile.write(this.file, target);
  }

  /**
   * Puts a backup in the place of a database that no process has open. What it replaces is kept
   * beside it under the ending {@code .replaced}.
   *
   * @throws DamagedStoreException if {@code from} is not a sound database; nothing has changed then
   */
  public static void restore(Path from, Path to) {
    BackupFile.restore(from, to.toAbsolutePath());
  }

  /**
   * Writes the file anew, so that no byte of what was deleted is left in it or in the log beside
   * it. Takes the writer's turn, and for a while as much space as the file.
   *
   * @return false where a long reading, here or in another process, still needs the old log
   */
  public boolean erase() {
    checkOpen();
    turn.lock();
    try (Connection connection = Sqlite.writers(file).getConnection()) {
      return Sqlite.writeAnew(connection);
    } catch (SQLException e) {
      throw Sqlite.translated(file, e);
    } finally {
      turn.unlock();
    }
  }

  /**
   * What the file holds.
   *
   * @param used bytes of what is stored
   * @param free bytes that can be written over
   */
  public record Bytes(long used, long free) {}

  /** How much of the file is used. */
  public Bytes bytes() {
    return reading(
        handle -> {
          long page = pragma(handle, "page_size");
          long free = pragma(handle, "freelist_count");
          return new Bytes((pragma(handle, "page_count") - free) * page, free * page);
        });
  }

  private static long pragma(Handle handle, String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(Long.class).one();
  }

  /** What is wrong with the file, at most 20 findings; empty if it is sound. Reads all of it. */
  public List<String> integrity() {
    checkOpen();
    try (Connection connection = Sqlite.readers(file).getConnection()) {
      return Sqlite.problems(connection);
    } catch (SQLException e) {
      RuntimeException meaning = Sqlite.translated(file, e);
      if (meaning instanceof DamagedStoreException) {
        return List.of(String.valueOf(e.getMessage()));
      }
      throw meaning;
    }
  }

  /** Waits for the running transaction, then closes. The file needs no companions afterwards. */
  @Override
  public void close() {
    turn.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      places.acquireUninterruptibly(READERS);
      idle.forEach(session -> session.handle().close());
      idle.clear();
      places.release(READERS);
      discard(writer);
      writer = null;
      try (Connection connection = Sqlite.writers(file).getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      } catch (SQLException e) {
        // Nothing is lost: the next start reads the log beside the file.
      }
    } finally {
      turn.unlock();
    }
  }

  private <T> T written(Work<T> work) {
    checkOpen();
    boolean ended = false;
    Session session = writer;
    try {
      if (session == null) {
        session = new Session(writers.open());
        writer = session;
      }
      List<Runnable> afterwards = new ArrayList<>();
      session.handle().begin();
      T result = scoped(new Scope(session, true, 0, afterwards), work);
      session.handle().commit();
      ended = true;
      afterwards.forEach(Runnable::run);
      return result;
    } catch (RuntimeException e) {
      RuntimeException meaning = Sqlite.translated(file, e);
      if (meaning.equals(e) && session != null) {
        session.handle().rollback();
        ended = true;
      }
      throw meaning;
    } finally {
      if (!ended) {
        discard(session);
        writer = null;
      }
    }
  }

  private <T> T joined(Scope outer, Work<T> work) {
    if (!outer.writing()) {
      throw new IllegalStateException("a reading cannot become a transaction");
    }
    Handle handle = outer.handle();
    String point = "joined_" + outer.depth();
    int before = outer.afterwards().size();
    handle.savepoint(point);
    try {
      T result =
          scoped(new Scope(outer.session(), true, outer.depth() + 1, outer.afterwards()), work);
      handle.releaseSavepoint(point);
      return result;
    } catch (RuntimeException | Error e) {
      outer.afterwards().subList(before, outer.afterwards().size()).clear();
      try {
        handle.rollbackToSavepoint(point);
      } catch (RuntimeException undone) {
        // A full disk ends the whole transaction at once; its commit will say so.
        e.addSuppressed(undone);
      }
      throw e;
    }
  }

  private <T> T scoped(Scope inner, Work<T> work) {
    return ScopedValue.where(scope, inner).call(() -> work.with(inner.handle()));
  }

  private static void discard(@Nullable Session session) {
    if (session != null) {
      try {
        session.handle().close();
      } catch (RuntimeException broken) {
        // It is given up because it does not work any more; its transaction ends with it.
      }
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the database is closed");
    }
  }
}
