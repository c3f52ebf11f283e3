package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import news.isnad.bot.telegram.Call;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see of what was asked. */
class StatsTest {
  @TempDir Path folder;
  private WholeBot bot;

  @BeforeEach
  void open() {
    bot = new WholeBot(folder);
  }

  @AfterEach
  void close() {
    bot.close();
  }

  @Test
  void stats_countWhatWasAsked_inWordsAndAsAPicture() {
    assertThat(bot.say(WholeBot.OWNER, "/stats")).startsWith("Nothing was asked");
    bot.ingest(
        "e-1",
        "The Quay Gazette",
        Language.ENGLISH,
        "Guild disbanded",
        "The harbour master Otto Belwine said on Sunday that the guild will be dissolved.");
    bot.say(WholeBot.READER, "What did Otto Belwine say about the guild?");
    bot.clock.advance(Duration.ofDays(3));
    bot.say(3, "What did Otto Belwine say about the guild?");
    bot.say(3, "من فاز بسباق القوارب الشراعية؟");
    bot.say(3, "Who opened the sardine museum in Velmora?");
    assertThat(bot.say(WholeBot.OWNER, "/stats"))
        .contains("Questions asked: 4, answered 50 in a hundred")
        .contains("English 3")
        .contains("Arabic 1")
        .contains("Cited most: The Quay Gazette 2")
        .contains("Of the last 4 answers since the start");
    assertThat(bot.say(44, "/stats")).startsWith("Only the operators");
    bot.say(WholeBot.OWNER, "/stats");
    if (bot.said().size() > 1) { // the machine has fonts
      assertThat(bot.said().getLast().call()).isInstanceOf(Call.SendPhoto.class);
    }
    bot.clock.advance(Duration.ofDays(29));
    assertThat(bot.say(WholeBot.OWNER, "/stats")).contains("asked: 3,");
  }
}
