package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Hints;
import news.isnad.question.Reading.Kind;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.WordIds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places for "where", people for "who", causes for "why". */
class ExpectedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WHERE | Where did the lorry stop in Lunde? | It stopped near the junction of two lanes. |"
            + " true",
        "WHERE | Where did the lorry stop in Lunde? | The lorry came from Tarn. | true",
        "WHERE | Where did the lorry stop in Lunde? | The lorry stopped in Lunde. | false",
        "WHERE | Where did the lorry stop in Lunde? | Its driver was tired. | false",
        "WHO | Who presents the Lunde festival? | It is hosted by Ana Pinto. | true",
        "WHO | Who presents the Lunde festival? | The festival begins on a boat. | false",
        "WHAT | Why was the Lunde ferry late? | It waited because of fog. | true",
        "WHAT | Why was the Lunde ferry late? | It came at nine. | false",
        "WHAT | What did the ferry carry? | It came because of fog. | false",
        "WHERE | أين توقفت الشاحنة؟ | توقفت قرب شارع الميناء. | true",
        "WHERE | أين توقفت الشاحنة؟ | كان السائق متعبا. | false",
        "WHAT | لماذا تأخرت العبارة؟ | تأخرت بسبب الضباب. | true",
        "WHAT | لماذا تأخرت العبارة؟ | وصلت في التاسعة. | false",
        "WHO | من يقدم المهرجان؟ | يقدمه المدرب سامي. | true",
        "WHO | من يقدم المهرجان؟ | يبدأ المهرجان مساء. | false"
      })
  void sentence_hasWhatIsAskedFor(Kind kind, String question, String sentence, boolean expected) {
    Language language = Language.detect(question);
    Expected wanted = Expected.of(reading(kind, question, language));

    assertThat(
            wanted.isIn(
                sentence, WordIds.of(sentence, new Span(0, sentence.length()), language), language))
        .isEqualTo(expected);
  }

  private static Reading reading(Kind kind, String question, Language language) {
    return new Reading(
        question,
        language,
        kind,
        Optional.empty(),
        Hints.NONE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
