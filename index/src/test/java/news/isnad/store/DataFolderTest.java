package news.isnad.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import news.isnad.store.DataFolder.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void lock_heldInThisProcess_namesTheHolderAndStaysHeld() throws Exception {
    DataFolder data = DataFolder.at(folder);
    try (Claim.Locked ignored = (Claim.Locked) data.tryLock("pid 7, isnad run")) {
      assertThat(DataFolder.at(folder).tryLock("second"))
          .isEqualTo(new Claim.HeldBy("pid 7, isnad run"));
      // Asking must not have ended the lock for other processes.
      Process other = OtherJava.start(LockHolder.class, folder.toString());
      try (BufferedReader said = other.inputReader(UTF_8)) {
        assertThat(said.readLine()).isEqualTo("pid 7, isnad run");
      } finally {
        other.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void lock_closed_canBeTakenAgain() {
    DataFolder data = DataFolder.at(folder);
    Claim.Locked first = (Claim.Locked) data.tryLock("first");
    first.close();
    try (Claim.Locked second = (Claim.Locked) data.tryLock("second")) {
      first.close();
      assertThat(data.tryLock("third")).isEqualTo(new Claim.HeldBy("second"));
    }
  }

  @Test
  void lock_ofAKilledProcess_isFree() throws Exception {
    Process other = OtherJava.start(LockHolder.class, folder.toString());
    try (BufferedReader said = other.inputReader(UTF_8)) {
      assertThat(said.readLine()).isEqualTo("locked");
      assertThat(DataFolder.at(folder).tryLock("mine"))
          .isEqualTo(new Claim.HeldBy("pid 1, the other one"));
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (Claim.Locked mine = (Claim.Locked) DataFolder.at(folder).tryLock("mine")) {
      assertThat(mine).isNotNull();
    }
  }

  @Test
  void holder_namesProcessCommandAndTime() {
    assertThat(DataFolder.holder("run", Instant.parse("2026-11-24T10:00:00Z")))
        .isEqualTo(
            "pid " + ProcessHandle.current().pid() + ", isnad run, since 2026-11-24T10:00:00Z");
  }
}
