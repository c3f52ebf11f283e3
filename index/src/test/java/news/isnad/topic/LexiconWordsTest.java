package news.isnad.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.lexicon.Vocabulary;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class LexiconWordsTest {
  private final TranslatedWords words =
      new LexiconWords(
          new Translator(
              Lexicon.of(
                  List.of(List.of("strike", "إضراب|ضربة", ""), List.of("port", "ميناء|مرفأ", ""))),
              KnownNames.of(List.of())),
          Vocabulary.empty());

  private static Edition edition(Language language, String text) {
    return new Edition(
        1, "a", 1, Optional.empty(), "x", "", language, Optional.empty(), Instant.EPOCH, text);
  }

  @Test
  void words_areGroupsOfForms() {
    assertThat(words.of("the strike at qwertz", Language.ENGLISH))
        .hasSize(2)
        .first()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains("ضربه");
    assertThat(words.of("the strike at qwertz", Language.ENGLISH).getLast()).isEmpty();
  }

  @Test
  void topic_findsArticlesOfTheOtherLanguageBothWays() {
    try (Topics topics = new MonitorTopics(words)) {
      topics.register("en", "port strike", Language.ENGLISH);
      topics.register("ar", "الإضراب في الميناء", Language.ARABIC);
      topics.register("unknown", "port qwertz", Language.ENGLISH);
      assertThat(topics.match(edition(Language.ARABIC, "بدأ الإضراب في مرفأ الجزيرة.")))
          .containsExactly("en");
      assertThat(topics.match(edition(Language.ARABIC, "بدأ إضراب في ميناء الجزيرة.")))
          .containsExactlyInAnyOrder("en", "ar");
      assertThat(topics.match(edition(Language.ENGLISH, "Strikes closed the port.")))
          .containsExactlyInAnyOrder("en", "ar");
    }
  }
}
