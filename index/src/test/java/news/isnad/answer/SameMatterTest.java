package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.isnad.article.Edition;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class SameMatterTest {
  private static final Wanted PEOPLE = wanted("people", "أشخاص");
  private static final Wanted DIED = wanted("died", "توفي");
  private static final Wanted FOOTBRIDGE = wanted("footbridge", "جسر");
  private static final Wanted COLLAPSE = wanted("collapse", "انهيار");

  /** "How many people died in the footbridge collapse?" */
  private static final List<Wanted> TOPIC = List.of(PEOPLE, DIED, FOOTBRIDGE, COLLAPSE);

  private static final Map<Wanted, Double> RARITY =
      Map.of(PEOPLE, 1.0, DIED, 2.0, FOOTBRIDGE, 2.0, COLLAPSE, 2.0);

  private long sequence;

  private static Wanted wanted(String english, String arabic) {
    return new Wanted(
        english, false, Map.of(Language.ENGLISH, form(english), Language.ARABIC, form(arabic)));
  }

  private static List<Form> form(String word) {
    return List.of(new Form(List.of(word), List.of(word), 1));
  }

  private ArticleView article(Language language, String title, String text) {
    sequence++;
    return new ArticleView(
        new Edition(
            sequence,
            "a" + sequence,
            1,
            Optional.empty(),
            "Outlet",
            title,
            language,
            Optional.empty(),
            Instant.EPOCH,
            text),
        List.of());
  }

  private SameMatter first() {
    return SameMatter.as(
        Unit.of(
            article(
                Language.ENGLISH, "News", "The people of the footbridge collapse number twelve."),
            0),
        TOPIC,
        RARITY);
  }

  @Test
  void countOfAnotherEvent_isAnotherMatter() {
    ArticleView other = article(Language.ENGLISH, "Measles", "Seven people died, they say.");
    assertThat(first().isOf(Unit.of(other, 0))).isFalse();
  }

  @Test
  void sameEvent_inEitherLanguage_isTheSame_alsoByItsTitle() {
    ArticleView arabic = article(Language.ARABIC, "خبر", "انهيار جسر في أوسك. قالوا ذلك.");
    ArticleView titled = article(Language.ENGLISH, "Footbridge collapse", "It rained. Nine died.");
    ArticleView elsewhere = article(Language.ENGLISH, "Market", "It rained. Nine died.");

    assertThat(
            Stream.of(Unit.of(arabic, 0), Unit.of(titled, 1), Unit.of(elsewhere, 1))
                .map(first()::isOf))
        .containsExactly(true, true, false);
  }

  @Test
  void everySentenceOfItsArticle_isTheSame_andAnythingIsWhereNothingIsNamed() {
    ArticleView article =
        article(Language.ENGLISH, "News", "The footbridge collapse. It rained. Bread is cheap.");
    ArticleView other = article(Language.ENGLISH, "Market", "Bread is cheap.");

    assertThat(SameMatter.as(Unit.of(article, 0), TOPIC, RARITY).isOf(Unit.of(article, 2)))
        .isTrue();
    assertThat(SameMatter.as(Unit.of(article, 0), List.of(), Map.of()).isOf(Unit.of(other, 0)))
        .isTrue();
  }
}
