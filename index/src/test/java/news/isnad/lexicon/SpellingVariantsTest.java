package news.isnad.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.isnad.text.Language;
import news.isnad.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingVariantsTest {
  private static final Vocabulary VOCABULARY =
      new InMemoryVocabulary()
          .add(Language.ENGLISH, "Zelensky said the ceasefire collapsed; sanctions and inflation")
          .add(Language.ARABIC, "ترامب ومسؤول قالا إن الانتخابات تأجلت، ونتنياهو غائب");

  private static List<String> variants(String word) {
    Language language = Language.detect(word);
    return SpellingVariants.of(Words.of(word, language).getFirst(), language, VOCABULARY).stream()
        .map(Form::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Zelenskyy, zelensky",
    "ceasfire, ceasefire",
    "sanctoins, sanctions",
    "inflatoin, inflation",
    "ترمب, ترامب",
    "نتانياهو, ونتنياهو",
    "الانتخبات, الانتخابات"
  })
  void misspelledWord_hasTheWordOfTheIndex(String word, String expected) {
    assertThat(variants(word)).contains(expected);
  }

  @Test
  void wordOfTheIndex_hasNoVariants() {
    assertThat(variants("sanction")).isEmpty();
    assertThat(variants("ترامب")).isEmpty();
  }

  @Test
  void wordFarFromEverything_hasNone() {
    assertThat(variants("parliament")).isEmpty();
    assertThat(variants("12345")).isEmpty();
  }
}
