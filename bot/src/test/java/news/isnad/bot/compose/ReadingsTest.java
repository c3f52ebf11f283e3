package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  @Test
  void topic_isTheStretchOfTheQuestion() {
    assertThat(english("What did the mayor say about a walk along the pier?", "walk", "pier"))
        .contains("walk along the pier");
  }

  @Test
  void topic_arabic_keepsItsPrepositions() {
    assertThat(
            Readings.topic(
                Invented.reading(
                    Language.ARABIC,
                    "ماذا قال الوزير عن التنقل عبر الميناء؟",
                    "التنقل",
                    "الميناء")))
        .contains("التنقل عبر الميناء");
  }

  @Test
  void topic_wordThatStandsTwice_isTheOneNearTheOthers() {
    assertThat(english("What did the port say about port fees?", "port", "fees"))
        .contains("port fees");
  }

  @Test
  void topic_partOfALongerWord_isNotThatWord() {
    assertThat(english("Will the port be open, or the airports?", "port", "open"))
        .contains("port be open");
  }

  @Test
  void topic_ofTheQuestionBefore_isItsStretch() {
    assertThat(
            Readings.topic(
                Invented.interpreted(
                    Invented.reading(Language.ENGLISH, "And the union?", "price", "bread"),
                    "the union",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    "What did the baker say about the price of bread?")))
        .contains("price of bread");
  }

  @Test
  void topic_ofTwoQuestions_isTheWords() {
    assertThat(english("And in Ramla?", "bread", "Ramla")).contains("bread Ramla");
  }

  @Test
  void topic_withoutWords_isNone() {
    assertThat(english("What did the mayor say?")).isEmpty();
  }

  private static Optional<String> english(String question, String... words) {
    return Readings.topic(Invented.reading(Language.ENGLISH, question, words));
  }
}
