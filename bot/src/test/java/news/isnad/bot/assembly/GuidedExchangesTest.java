package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a command asks for may be answered again, until it is answered or {@code /cancel} ends it.
 */
class GuidedExchangesTest {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /subscribe | ((( | harbour strike | Subscribe
          /quote | two words | these are four words | words
          /timeline | ((( | harbour strike | harbour strike
          /alias | Port Ansel | Port Ansel = بورت أنسل | Port Ansel
          /grant | somebody | 12345678 editor | 12345678
          /revoke | somebody | 12345678 | 12345678
          /addsource | no address | also none | address
          /hide | nothing | https://news.example/none | No article
          /removesource | nothing | nothing either | source
          """)
  void answerThatIsNone_mayBeGivenAgain(String command, String wrong, String again, String said) {
    bot.say(WholeBot.OWNER, command);
    bot.say(WholeBot.OWNER, wrong);

    assertThat(bot.say(WholeBot.OWNER, again)).contains(said).doesNotContain("tracked news");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /subscribe | (((
          /quote | two words
          /timeline | (((
          /alias | Port Ansel
          /grant | somebody
          /addsource | no address
          /hide | nothing
          """)
  void cancel_endsItAfterAnAnswerThatIsNone(String command, String wrong) {
    bot.say(WholeBot.OWNER, command);
    bot.say(WholeBot.OWNER, wrong);

    assertThat(bot.say(WholeBot.OWNER, "/cancel")).startsWith("Cancelled.");
  }
}
