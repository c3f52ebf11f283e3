package news.isnad.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.bot.compose.Invented;
import news.isnad.bot.compose.StrictHtml;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GapsCommandTest {
  @RegisterExtension final TemporaryDatabase database = new TemporaryDatabase(Memory.MIGRATIONS);
  private Room room;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    room.open(
        database.get(), List.of(new GapsCommand(database.get(), room.articles, room.composer)));
  }

  private void unanswered(long person, Language language, String question, String... topic) {
    room.answer =
        new Answer.NotFound(
            Invented.reading(language, question, topic),
            Optional.empty(),
            Invented.searched(2, 2),
            Duration.ofMillis(3));
    room.write(person, question);
  }

  private String gaps() {
    return StrictHtml.check(Room.message(room.write(Room.OWNER, "/gaps")));
  }

  @Test
  void unanswered_isGroupedByItsWordsMostFrequentFirst() {
    assertThat(gaps()).startsWith("Nothing was asked in vain");
    room.write(Room.READER, "Will the port close?");
    unanswered(4, Language.ENGLISH, "Is the ferry late?", "ferry");
    unanswered(5, Language.ENGLISH, "What of the tunnel toll?", "Tunnel", "toll");
    unanswered(6, Language.ENGLISH, "And the toll of the tunnel?", "toll", "tunnel");
    unanswered(6, Language.ENGLISH, "And the toll of the tunnel?", "toll", "tunnel");
    unanswered(7, Language.ARABIC, "ماذا عن العبارة؟", "العبارة");
    assertThat(gaps())
        .containsSubsequence("toll tunnel\u2069: 2", "ferry\u2069: 1", "العبارة\u2069: 1")
        .doesNotContain("port");
    assertThat(
            StrictHtml.check(
                Room.message(room.handle(room.text(Room.OWNER, Room.OWNER, "ar", "/gaps", false)))))
        .startsWith("ما سُئل");
    room.pass(Duration.ofDays(31));
    assertThat(gaps()).startsWith("Nothing was asked in vain");
  }

  @Test
  void outletsWithTheNearestPassages_standWithIt() {
    room.answer =
        new Answer.NotFound(
            Invented.reading(Language.ENGLISH, "Is the ferry late?", "ferry"),
            Optional.of(Invented.arabicDenial()),
            Invented.searched(2, 2),
            Duration.ofMillis(3));
    room.write(4, "Is the ferry late?");
    assertThat(gaps())
        .contains("ferry\u2069: 1, nearest in: ")
        .contains(Invented.arabicDenial().edition().outlet());
  }

  @Test
  void readers_areRefused() {
    assertThat(Room.message(room.write(Room.READER, "/gaps")).html())
        .startsWith("Only the operators");
  }
}
