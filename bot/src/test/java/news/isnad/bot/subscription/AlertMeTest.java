package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import news.isnad.question.Asking;
import news.isnad.question.QuestionReader;
import news.isnad.question.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertMeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private final QuestionReader reader = new QuestionReader((_, _) -> java.util.List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          What did Lena Maroth say about the "harbour" dues? | speaker:"Lena Maroth" harbour dues
          Why did the ferry sink? | ferry sink
          ماذا قال سامي درويش عن الميناء؟ | المتحدث:"سامي درويش" الميناء
          """)
  void topicOfAReading_isWhoWasAskedForAndAboutWhat(String question, String topic) {
    Reading reading =
        reader
            .read(question, new Asking(NOW, ZoneOffset.UTC, Optional.empty(), Optional.empty()))
            .getFirst();

    assertThat(AlertMe.topic(reading)).isEqualTo(topic);
  }
}
