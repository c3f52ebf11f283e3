package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import news.isnad.config.Tables;
import news.isnad.lexicon.KnownNames;
import news.isnad.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelinesTest {
  private static final Outlets OUTLETS =
      new Outlets(KnownNames.shipped(), Tables.shipped("outlets.tsv"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LONDON (Reuters) - The ship came back.|Reuters",
        "القاهرة - رويترز: عادت السفينة.|رويترز",
        "Source: The Lantern newspaper|The Lantern newspaper",
        "المصدر: وكالة الساحل|وكالة الساحل",
        "Forwarded from: Harbour Watch|Harbour Watch",
        "محول من: أخبار الساحل|أخبار الساحل",
        "LONDON (the capital) - The ship came back.|-",
        "The ship came back, Reuters said.|-",
        "Source: the harbour|-",
        "Source: Reuters knew of it since the ship had left the harbour in spring.|-",
      })
  void medium_standsForAllOfAnArticle(String sentence, String medium) {
    assertThat(of(sentence, true)).isEqualTo(medium);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"LONDON (Reuters) - The ship came back.|-", "Source: Reuters|Reuters"})
  void dateline_standsEarly_andALabelAnywhere(String sentence, String medium) {
    assertThat(of(sentence, false)).isEqualTo(medium);
  }

  private static String of(String sentence, boolean early) {
    Language language = Language.detect(sentence);
    WordClasses words =
        language == Language.ARABIC ? WordClasses.arabic() : new WordClasses("speech-words-en.tsv");
    Line line =
        Lines.of(sentence, language, KnownNames.shipped(), new GluedNames(_ -> false)).getFirst();
    Optional<Upstream> found = new Datelines(OUTLETS, words, language).ofArticle(line, early);
    return found.map(Upstream::name).orElse("-");
  }
}
