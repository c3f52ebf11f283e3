package news.isnad.bot.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunNoticesTest {
  private static final long CHAT = 7;

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(Conversation.MIGRATIONS.toArray(String[]::new));

  private Room room;
  private Outbox outbox;
  private long missing;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    outbox = new Outbox(database.get(), room.clock, new ChatListener() {});
  }

  private RunNotices notices(Optional<Long> chat) {
    return new RunNotices(
        room.memory().preferences(), room.composer, outbox, chat, () -> missing, room.clock);
  }

  private List<String> told() {
    return database
        .get()
        .reading(
            handle ->
                handle
                    .createQuery("SELECT content FROM outbox WHERE chat = 7 ORDER BY sequence")
                    .mapTo(String.class)
                    .list());
  }

  private void lookForAnHour(RunNotices notices) {
    for (int minute = 0; minute < 60; minute++) {
      room.pass(Duration.ofMinutes(1));
      notices.step();
    }
  }

  @Test
  void eachTrouble_isToldOnceInSixHours_acrossStarts() {
    RunNotices notices = notices(Optional.of(CHAT));
    lookForAnHour(notices);
    assertThat(told()).isEmpty();
    missing = 5 << 20;
    lookForAnHour(notices);
    for (int i = 0; i < 100; i++) {
      notices.anotherPolls();
      notices(Optional.of(CHAT)).tokenRefused();
      notices.indexRebuilt(12);
    }
    assertThat(told()).hasSize(4);
    assertThat(told().getFirst()).contains("The disk is nearly full: 5 MB more");
    assertThat(told().get(1)).contains("Another program polls");
    assertThat(told().get(2)).contains("refused my token");
    assertThat(told().get(3)).contains("from 12 articles");
    room.pass(Duration.ofHours(6));
    notices.anotherPolls();
    assertThat(told()).hasSize(5);
  }

  @Test
  void lostPermissions_areOneNotice() {
    RunNotices notices = notices(Optional.of(CHAT));
    room.pass(Duration.ofMinutes(2));
    for (long chat = -1; chat > -50; chat--) {
      outbox.suspend(chat, Reason.NO_RIGHTS);
    }
    outbox.suspend(-60, Reason.BLOCKED);
    outbox.suspend(CHAT, Reason.NO_RIGHTS);
    lookForAnHour(notices);
    assertThat(told()).hasSize(1);
    assertThat(told().getFirst()).contains("permission to write away: 49");
  }

  @Test
  void withoutAChat_nothingIsTold() {
    missing = 1;
    RunNotices notices = notices(Optional.empty());
    lookForAnHour(notices);
    notices.anotherPolls();
    assertThat(outbox.waiting()).isZero();
  }
}
