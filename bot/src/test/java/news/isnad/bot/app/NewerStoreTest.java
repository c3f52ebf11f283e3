package news.isnad.bot.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.terminal.Terminal;
import news.isnad.engine.Engine;
import news.isnad.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that a newer version has written. */
class NewerStoreTest {
  @TempDir Path folder;

  @Test
  void newerStore_isRefusedByNameWithOneAndUnchanged() throws Exception {
    Path file = folder.resolve("isnad.db");
    List<String> migrations = new ArrayList<>(Engine.MIGRATIONS);
    migrations.addAll(Conversation.MIGRATIONS);
    try (Database database = Database.open(file, migrations)) {
      database.inTransaction(
          handle ->
              handle.execute(
                  "INSERT INTO history_article (installed_rank, version, description, type, script,"
                      + " checksum, installed_by, execution_time, success) VALUES (99, '99', 'x',"
                      + " 'SQL', 'V99__x.sql', 1, 'x', 1, 1)"));
    }
    byte[] before = Files.readAllBytes(file);
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    int code =
        Main.execute(
            Terminal.of(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(said, true, UTF_8)),
            InstantSource.system(),
            "check",
            "--data",
            folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(said.toString(UTF_8)).contains("written by a newer version", "step 99", "restore");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }
}
