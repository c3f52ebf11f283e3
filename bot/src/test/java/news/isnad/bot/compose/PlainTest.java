package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class PlainTest {
  private final Message answer =
      new Composer(ZoneId.of("Z"), Names.NONE)
          .answer(
              Invented.found(
                  Invented.reading(Language.ENGLISH, "When do they strike?", "strike"),
                  Invented.searched(12, 3),
                  Invented.englishDirect(),
                  Invented.arabicReport()),
              "k3J9");

  @Test
  void message_hasNoTagsAndNumberedButtons() {
    assertThat(Plain.of(answer, false))
        .isEqualTo(
            """
            What Maya Ferrant said about “strike”, 14 March 2026:
              | “We will wait until Tuesday & not a day longer”
            Speaker: Maya Ferrant, head of the Dockers' Union · direct quote
            Source: The Harbour Post <https://news.example/8> · 14 March 2026, 17:00 UTC · English
              | وأضاف المسؤول أن العمل يستمر 24 ساعة يوميًا
              | From مسؤول في الوزارة, reported speech · مرصد الساحل <https://news.example/7> · 14 March 2026
            Answer found at 2 outlets, 2 independent reports · searched 12 articles from 3 sources, 22 February 2026 to 14 March 2026
            [1] Context and chain  [2] Alert me
            [3] 👍 Helpful  [4] 👎 Not helpful\
            """);
  }

  @Test
  void isolates_areKeptWhereTheTerminalKnowsThem() {
    assertThat(Plain.of(answer, true)).contains("What \u2068Maya Ferrant\u2069 said");
  }

  @Test
  void escapedSigns_areReadOnce() {
    assertThat(Plain.of(Message.of("a &amp;lt; <b>&lt;i&gt;</b> &quot;"), false))
        .isEqualTo("a &lt; <i> \"");
  }
}
