package news.isnad.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import news.isnad.testing.TemporaryDatabase;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
  private static final String NOTES = "news/isnad/store/notes";
  private static final String MARKS = "news/isnad/store/marks";

  @RegisterExtension final TemporaryDatabase temporary = new TemporaryDatabase(NOTES, MARKS);

  @Test
  void transaction_returned_isThereAfterReopening() {
    add(temporary.get(), "one");
    assertThat(words(temporary.reopen())).containsExactly("one");
  }

  @Test
  void transaction_thatThrows_leavesNothing() {
    Database database = temporary.get();
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    handle -> {
                      insert(handle, "lost");
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(words(database)).isEmpty();
    add(database, "next");
    assertThat(words(database)).containsExactly("next");
  }

  @Test
  void readingPrepared_seesWhatIsStoredBefore_insideATransactionToo() {
    Database database = temporary.get();
    assertThat(prepared(database)).isEmpty();
    add(database, "one");
    assertThat(prepared(database)).containsExactly("one");
    database.inTransaction(
        handle -> {
          insert(handle, "two");
          assertThat(prepared(database)).containsExactly("one", "two");
          return true;
        });
    assertThat(prepared(database)).containsExactly("one", "two");
  }

  @Test
  void readingPrepared_afterOneThatFailed_readsOn() {
    Database database = temporary.get();
    add(database, "one");
    assertThatThrownBy(
            () ->
                database.readingPrepared(
                    prepared ->
                        prepared.all(
                            "SELECT words FROM note ORDER BY id",
                            row -> {
                              throw new java.sql.SQLException("no");
                            })))
        .isInstanceOf(IllegalStateException.class);
    assertThat(prepared(database)).containsExactly("one");
  }

  @Test
  void inserted_isTheNumberOfTheRow() {
    Database database = temporary.get();
    add(database, "one");
    long number =
        database.inTransaction(
            handle -> {
              try (Prepared prepared = new Prepared(handle.getConnection())) {
                prepared.inserted("INSERT INTO note (words) VALUES (:words)", "two");
                return prepared.inserted("INSERT INTO note (words) VALUES (:words)", "three");
              }
            });
    Optional<String> words =
        database.readingPrepared(
            prepared ->
                prepared.first(
                    "SELECT words FROM note WHERE id = :id", row -> row.getString(1), number));
    assertThat(words).contains("three");
  }

  private static List<String> prepared(Database database) {
    return database.readingPrepared(
        prepared -> prepared.all("SELECT words FROM note ORDER BY id", row -> row.getString(1)));
  }

  @Test
  void joinedTransaction_isDurableWithTheOuterOne() {
    Database database = temporary.get();
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    handle -> {
                      add(database, "inner");
                      throw new IllegalArgumentException("outer fails");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(words(database)).isEmpty();
  }

  @Test
  void joinedTransaction_thatThrows_isUndoneAlone() {
    Database database = temporary.get();
    database.inTransaction(
        handle -> {
          insert(handle, "before");
          assertThatThrownBy(
                  () ->
                      database.inTransaction(
                          inner -> {
                            insert(inner, "undone");
                            throw new IllegalArgumentException("inner");
                          }))
              .isInstanceOf(IllegalArgumentException.class);
          return insert(handle, "after");
        });
    assertThat(words(database)).containsExactly("before", "after");
  }

  @Test
  void afterwards_isDoneOnceDurable_andNeverIfUndone() {
    Database database = temporary.get();
    List<String> done = new ArrayList<>();
    database.inTransaction(
        handle -> {
          database.afterwards(() -> done.add("outer"));
          assertThatThrownBy(
                  () ->
                      database.inTransaction(
                          _ -> {
                            database.afterwards(() -> done.add("undone"));
                            throw new IllegalArgumentException("no");
                          }))
              .isInstanceOf(IllegalArgumentException.class);
          assertThat(done).isEmpty();
          return handle;
        });
    assertThat(done).containsExactly("outer");
    assertThatThrownBy(() -> database.afterwards(() -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void together_isDoneInOneTransactionForAllWhoWait_andEachUndoneByItself() throws Exception {
    Database database = temporary.get();
    List<Integer> commits = new CopyOnWriteArrayList<>();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<?> holder =
        CompletableFuture.runAsync(
            () ->
                database.inTransaction(
                    _ -> {
                      begun.countDown();
                      return await(held);
                    }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    List<CompletableFuture<Integer>> sharers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int number = i;
      CompletableFuture<Integer> done = new CompletableFuture<>();
      sharers.add(done);
      threads.add(
          Thread.ofPlatform()
              .start(
                  () ->
                      done.completeAsync(
                          () ->
                              database.together(
                                  handle -> {
                                    insert(handle, "shared " + number);
                                    commits.add(System.identityHashCode(Thread.currentThread()));
                                    if (number == 3) {
                                      throw new IllegalArgumentException("three");
                                    }
                                    return number;
                                  }),
                          Runnable::run)));
    }
    for (Thread thread : threads) {
      while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    held.countDown();
    holder.get(10, TimeUnit.SECONDS);
    for (int i = 0; i < 6; i++) {
      if (i == 3) {
        assertThatThrownBy(() -> sharers.get(3).get(10, TimeUnit.SECONDS))
            .hasCauseInstanceOf(IllegalArgumentException.class);
      } else {
        assertThat(sharers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i);
      }
    }
    assertThat(words(database)).hasSize(5).doesNotContain("shared 3");
    assertThat(commits).hasSize(6);
    assertThat(Set.copyOf(commits)).hasSizeLessThan(6);
  }

  @Test
  void together_diskFull_isUnavailableForAllAndLaterWorksAgain() {
    Database database = temporary.get();
    add(database, "before");
    setMaxPages(database, 1);
    assertThatThrownBy(() -> database.together(handle -> insert(handle, "x".repeat(1_000_000))))
        .isInstanceOf(StoreUnavailableException.class);
    setMaxPages(database, 1_000_000);
    database.together(handle -> insert(handle, "after"));
    assertThat(words(database)).containsExactly("before", "after");
  }

  @Test
  void together_inAClosedDatabase_isRefused() {
    Database database = temporary.get();
    database.close();
    assertThatThrownBy(() -> database.together(handle -> insert(handle, "late")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void reading_insideATransaction_seesItsOwnWrites() {
    Database database = temporary.get();
    List<String> seen =
        database.inTransaction(
            handle -> {
              insert(handle, "mine");
              return words(database);
            });
    assertThat(seen).containsExactly("mine");
  }

  @Test
  void erase_leavesNoByteOfWhatWasDeleted() throws Exception {
    Database database = temporary.get();
    add(database, "quixotefarn");
    add(database, "kept");
    database.inTransaction(
        handle -> handle.execute("DELETE FROM note WHERE words = 'quixotefarn'"));
    assertThat(bytes()).contains("quixotefarn");
    assertThat(database.erase()).isTrue();
    assertThat(bytes()).doesNotContain("quixotefarn").contains("kept");
    assertThat(words(database)).containsExactly("kept");
  }

  private String bytes() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(temporary.folder())) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file, ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void reading_cannotWrite() {
    Database database = temporary.get();
    assertThatThrownBy(() -> database.reading(handle -> insert(handle, "no")))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> database.reading(handle -> database.inTransaction(inner -> 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(words(database)).isEmpty();
  }

  @Test
  void reading_whileATransactionRuns_seesWhatWasThereAndDoesNotWait() throws Exception {
    Database database = temporary.get();
    add(database, "old");
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () ->
                database.inTransaction(
                    handle -> {
                      insert(handle, "new");
                      written.countDown();
                      return await(mayEnd);
                    }));
    assertThat(await(written)).isTrue();
    assertThat(words(database)).containsExactly("old");
    mayEnd.countDown();
    writing.get(10, TimeUnit.SECONDS);
    assertThat(words(database)).containsExactly("old", "new");
  }

  @Test
  void reading_isOneSnapshot() throws Exception {
    Database database = temporary.get();
    add(database, "old");
    database.reading(
        handle -> {
          int before = words(handle).size();
          CompletableFuture.runAsync(() -> add(database, "new")).join();
          assertThat(words(handle)).hasSize(before);
          return before;
        });
    assertThat(words(database)).containsExactly("old", "new");
  }

  @Test
  void identity_isNeverGivenTwice() {
    Database database = temporary.get();
    add(database, "one");
    add(database, "two");
    database.inTransaction(handle -> handle.execute("DELETE FROM note WHERE words = 'two'"));
    add(database, "three");
    assertThat(
            database.<Long>reading(
                handle ->
                    handle
                        .createQuery("SELECT id FROM note WHERE words = 'three'")
                        .mapTo(Long.class)
                        .one()))
        .isEqualTo(3);
  }

  @Test
  void open_twice_bothReadAndWrite() {
    try (Database second = temporary.openAgain()) {
      add(temporary.get(), "first's");
      add(second, "second's");
      assertThat(words(temporary.get())).containsExactly("first's", "second's");
    }
  }

  @Test
  void open_withAFurtherFolder_addsItsTables() {
    Path file = temporary.folder().resolve("grown.db");
    try (Database before = Database.open(file, List.of(NOTES))) {
      add(before, "kept");
    }
    try (Database after = Database.open(file, List.of(NOTES, MARKS))) {
      after.inTransaction(handle -> handle.execute("INSERT INTO mark (note) VALUES (1)"));
      assertThat(words(after)).containsExactly("kept");
    }
  }

  @Test
  void open_writtenByANewerVersion_isRefused() {
    Path file = temporary.get().file();
    temporary
        .get()
        .inTransaction(
            handle ->
                handle.execute(
                    "INSERT INTO history_store_notes (installed_rank, version, description, type,"
                        + " script, checksum, installed_by, execution_time, success) VALUES (9,"
                        + " '9', 'x', 'SQL', 'V9__x.sql', 1, 'x', 1, 1)"));
    assertThatThrownBy(() -> Database.open(file, List.of(NOTES)))
        .isInstanceOf(NewerStoreException.class)
        .hasMessageContaining("newer version");
  }

  @Test
  void open_notADatabase_isDamagedAndNamesTheNewestBackup() throws Exception {
    Path file = temporary.folder().resolve("broken.db");
    Files.writeString(file, "this is no database at all ".repeat(100));
    assertThatThrownBy(() -> Database.open(file, List.of(NOTES)))
        .isInstanceOfSatisfying(
            DamagedStoreException.class,
            damaged -> {
              assertThat(damaged.backup()).contains(temporary.get().file());
              assertThat(damaged).hasMessageContaining("isnad restore " + temporary.get().file());
            });
  }

  @Test
  void open_truncated_isDamaged() throws Exception {
    for (int i = 0; i < 50; i++) {
      add(temporary.get(), "words ".repeat(1_000));
    }
    Path file = temporary.folder().resolve("short.db");
    temporary.get().backup(file);
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.setLength(raw.length() / 2 / 4096 * 4096);
    }
    assertThatThrownBy(() -> Database.open(file, List.of(NOTES, MARKS)))
        .isInstanceOf(DamagedStoreException.class);
  }

  @Test
  void integrity_damageInTheMiddle_isFound() throws Exception {
    for (int i = 0; i < 50; i++) {
      add(temporary.get(), "words ".repeat(1_000));
    }
    assertThat(temporary.get().integrity()).isEmpty();
    Path file = temporary.folder().resolve("scratched.db");
    temporary.get().backup(file);
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 10; page < 20; page++) {
        raw.seek(page * 4096);
        raw.write(new byte[4096]);
      }
    }
    try (Database scratched = Database.open(file, List.of(NOTES, MARKS))) {
      assertThat(scratched.integrity()).isNotEmpty();
    }
  }

  @Test
  void transaction_diskFull_isUnavailableAndLaterWorksAgain() {
    Database database = temporary.get();
    add(database, "kept");
    setMaxPages(database, 20);
    assertThatThrownBy(() -> add(database, "much ".repeat(200_000)))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("full");
    assertThat(words(database)).containsExactly("kept");
    add(database, "again");
    assertThat(words(database)).containsExactly("kept", "again");
  }

  /** Applies to the writer's connection, which a failure replaces: as if space had come back. */
  private static void setMaxPages(Database database, int pages) {
    database.inTransaction(
        handle ->
            handle.createQuery("PRAGMA max_page_count = " + pages).mapTo(Integer.class).one());
  }

  @Test
  void backup_whileOpen_isWholeAndCanBeRestored() {
    Database database = temporary.get();
    add(database, "saved");
    Path backup = temporary.folder().resolve("backups/monday.db");
    database.backup(backup);
    database.backup(backup);
    add(database, "later");
    Path other = temporary.folder().resolve("elsewhere.db");
    Database.restore(backup, other);
    try (Database restored = Database.open(other, List.of(NOTES, MARKS))) {
      assertThat(words(restored)).containsExactly("saved");
    }
  }

  @Test
  void restore_overAStore_replacesItAndKeepsTheOldOne() {
    Path file = temporary.folder().resolve("live.db");
    Path backup = temporary.folder().resolve("monday.db");
    try (Database live = Database.open(file, List.of(NOTES))) {
      add(live, "saved");
      live.backup(backup);
      add(live, "later");
    }
    Database.restore(backup, file);
    try (Database live = Database.open(file, List.of(NOTES));
        Database old =
            Database.open(temporary.folder().resolve("live.db.replaced"), List.of(NOTES))) {
      assertThat(words(live)).containsExactly("saved");
      assertThat(words(old)).containsExactly("saved", "later");
    }
  }

  @Test
  void restore_ofADamagedBackup_changesNothing() throws Exception {
    Path backup = temporary.folder().resolve("bad.db");
    Files.writeString(backup, "nothing");
    add(temporary.get(), "kept");
    Path file = temporary.get().file();
    temporary.get().close();
    assertThatThrownBy(() -> Database.restore(backup, file))
        .isInstanceOf(DamagedStoreException.class);
    assertThat(words(temporary.reopen())).containsExactly("kept");
  }

  @Test
  void close_leavesNoLogBehind() {
    add(temporary.get(), "one");
    temporary.get().close();
    assertThat(temporary.folder().resolve("isnad.db-wal")).doesNotExist();
    assertThatThrownBy(() -> words(temporary.get())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void killedProcess_leavesWhatItReportedAndNoHalfTransaction() throws Exception {
    Path file = temporary.folder().resolve("shared.db");
    Process other = OtherJava.start(NoteWriter.class, file.toString(), "other-");
    String last = "";
    try (BufferedReader said = other.inputReader(UTF_8)) {
      last = said.readLine();
      try (Database mine = Database.open(file, List.of(NOTES))) {
        for (int i = 0; i < 5; i++) {
          add(mine, "mine");
          last = said.readLine();
        }
        other.toHandle().destroyForcibly();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          last = line;
        }
        List<String> all = words(mine);
        assertThat(all).contains(last + "a", last + "b");
        assertThat(all.stream().filter(word -> word.endsWith("a")).count())
            .isEqualTo(all.stream().filter(word -> word.endsWith("b")).count());
        assertThat(all.stream().filter("mine"::equals)).hasSize(5);
        assertThat(mine.integrity()).isEmpty();
      }
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int add(Database database, String words) {
    return database.inTransaction(handle -> insert(handle, words));
  }

  private static int insert(Handle handle, String words) {
    return handle.execute("INSERT INTO note (words) VALUES (?)", words);
  }

  private static List<String> words(Database database) {
    return database.reading(DatabaseTest::words);
  }

  private static List<String> words(Handle handle) {
    return handle.createQuery("SELECT words FROM note ORDER BY id").mapTo(String.class).list();
  }
}
