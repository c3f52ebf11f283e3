package news.isnad.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Asked;
import news.isnad.question.Reading.Hints;
import news.isnad.question.Reading.Kind;
import news.isnad.question.Reading.Source;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.api.Test;

class ReadingJsonTest {
  private static final Reading READING =
      new Reading(
          "وماذا عن الميناء؟",
          Language.ARABIC,
          Kind.SAID_BY,
          Optional.of(new Asked("العمدة", Optional.of("lunde-mayor"))),
          new Hints(Optional.empty(), false, true, true, List.of(List.of("may", "مايو"))),
          List.of("الميناء"),
          Optional.of(Instant.parse("2026-05-01T00:00:00Z")),
          Optional.empty(),
          Optional.of("ماذا قال العمدة؟"),
          List.of(new Source(7, Optional.of(new Span(12, 40))), new Source(9, Optional.empty())));

  @Test
  void reading_isTheSameAfterItWasWritten() {
    assertThat(ReadingJson.read(ReadingJson.write(READING))).contains(READING);
  }

  @Test
  void readingWrittenBeforePassagesWereRemembered_keepsItsEditions() {
    String before =
        ReadingJson.write(READING)
            .replaceFirst("\"answeredFrom\":\\[.*?]", "\"answeredFrom\":[7,9]");

    assertThat(ReadingJson.read(before).orElseThrow().answeredFrom())
        .containsExactly(new Source(7, Optional.empty()), new Source(9, Optional.empty()));
  }

  @Test
  void whatIsNoReading_isNone() {
    assertThat(ReadingJson.read("{\"kind\":\"UNHEARD\"}")).isEmpty();
    assertThat(ReadingJson.read("no json")).isEmpty();
  }
}
