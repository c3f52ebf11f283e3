package news.isnad.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of topics does. */
abstract class TopicsContract {
  private static final TranslatedWords TABLE =
      (words, from) ->
          switch (words) {
            case "coral port strike" ->
                List.of(List.of("ميناء المرجان"), List.of("إضراب", "توقف عن العمل"));
            case "qwertz strike" -> List.of(List.of(), List.of("إضراب"));
            default -> List.of(List.of());
          };

  private Topics topics;

  abstract Topics topics(TranslatedWords translations);

  @BeforeEach
  void open() {
    topics = topics(TABLE);
  }

  @AfterEach
  void close() {
    topics.close();
  }

  private static Edition english(String title, String text) {
    return edition(Language.ENGLISH, title, text);
  }

  private static Edition edition(Language language, String title, String text) {
    return new Edition(
        1,
        "a",
        1,
        Optional.empty(),
        "Ledger",
        title,
        language,
        Optional.empty(),
        Instant.EPOCH,
        text);
  }

  @Test
  void topic_matchesAllItsWordsInAnyInflectionAndOrder() {
    topics.register("a", "the strikes of dock workers", Language.ENGLISH);
    assertThat(topics.match(english("Dock quiet", "Every worker joined the strike.")))
        .containsExactly("a");
    assertThat(topics.match(english("Dock quiet", "Every worker went home."))).isEmpty();
  }

  @Test
  void topic_matchesArabicWithAndWithoutArticleAndClitics() {
    topics.register("a", "وزير النقل", Language.ARABIC);
    assertThat(
            topics.match(edition(Language.ARABIC, "أخبار", "وقال الوزير إن خطة نقل جديدة بدأت.")))
        .containsExactly("a");
    assertThat(topics.match(edition(Language.ARABIC, "أخبار", "قال المدير إن النقل بدأ.")))
        .isEmpty();
  }

  @Test
  void topic_matchesTheOtherLanguage_whereEveryWordIsTranslated() {
    topics.register("a", "coral port strike", Language.ENGLISH);
    topics.register("b", "qwertz strike", Language.ENGLISH);
    assertThat(
            topics.match(
                edition(Language.ARABIC, "", "أعلن عمال في ميناء المرجان توقفًا عن العمل.")))
        .containsExactly("a");
    assertThat(topics.match(edition(Language.ARABIC, "", "إضراب في ميناء آخر قرب المرجان.")))
        .isEmpty();
  }

  @Test
  void topicRegisteredAgain_isTheNewOne() {
    topics.register("a", "grain", Language.ENGLISH);
    topics.register("a", "coal", Language.ENGLISH);
    assertThat(topics.match(english("", "Grain came."))).isEmpty();
    assertThat(topics.match(english("", "Coal came."))).containsExactly("a");
  }

  @Test
  void removedTopic_matchesNothing() {
    topics.register("a", "grain", Language.ENGLISH);
    topics.register("b", "grain", Language.ENGLISH);
    topics.remove("a");
    topics.remove("unknown");
    assertThat(topics.match(english("", "Grain came."))).containsExactly("b");
  }

  @Test
  void wordsThatSayNothing_areNoTopic() {
    assertThat(topics.isTopic("of the and", Language.ENGLISH)).isFalse();
    assertThat(topics.isTopic("😀 — …", Language.ARABIC)).isFalse();
    assertThat(topics.isTopic("grain", Language.ENGLISH)).isTrue();
    topics.register("a", "of the and", Language.ENGLISH);
    assertThat(topics.match(english("of the", "and of the"))).isEmpty();
  }

  @Test
  void queryLanguage_isPlainText() {
    topics.register("a", "grain* OR NOT (coal", Language.ENGLISH);
    topics.register("b", "x ".repeat(50_000), Language.ENGLISH);
    assertThat(topics.match(english("", "coal only"))).isEmpty();
  }

  @Test
  void manyTopics_matchOnlyTheirs() {
    for (int i = 0; i < 500; i++) {
      topics.register("t" + i, "grain lot" + i, Language.ENGLISH);
    }
    assertThat(topics.match(english("", "grain from lot17 and lot499")))
        .containsExactlyInAnyOrder("t17", "t499");
  }
}
