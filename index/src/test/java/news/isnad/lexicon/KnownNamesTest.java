package news.isnad.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {
  private static final KnownNames NAMES = KnownNames.shipped();

  private static String mentions(KnownNames names, String text) {
    return String.join(
        " / ",
        names.mentions(text, Language.detect(text)).stream()
            .map(mention -> mention.span().of(text) + "=" + mention.name().id())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The White House's plan | White House=white-house",
        "Officials of the U.S. said so | U.S=us",
        "the US and Russia | US=us / Russia=russia",
        "He told us who won | ``",
        "the WHO said | WHO=who",
        "What did Putin say about the White House? | Putin=putin / White House=white-house",
        "what did putin say | putin=putin",
        "ولم يرد الكرملين على طلب | الكرملين=kremlin",
        "والبيت الأبيض وبوتين | البيت الأبيض=white-house / بوتين=putin",
        "قال للكرملين | للكرملين=kremlin",
        "ولِبوتين | بوتين=putin",
        "هذا بيت أبيض جميل | ``",
        "مجلس الأمن الدولي | مجلس الأمن الدولي=un-security-council",
      })
  void mentionsInTexts(String text, String expected) {
    String found = mentions(NAMES, text);
    assertThat(found.replace("vladimir-putin", "putin")).isEqualTo(expected);
  }

  @Test
  void smallLetters_areNoNameInALongText() {
    String text = "Prices rose. ".repeat(30) + "They had turkey for dinner in Turkey.";
    assertThat(mentions(NAMES, text)).isEqualTo("Turkey=turkey");
  }

  @Test
  void nameAcrossASentenceEnd_isNone() {
    assertThat(mentions(NAMES, "It was white. House prices rose.")).isEmpty();
  }

  @Test
  void named_findsExactNamesWithOrWithoutArticle() {
    assertThat(NAMES.named("كرملين")).map(KnownName::id).contains("kremlin");
    assertThat(NAMES.named("الكرملين")).map(KnownName::id).contains("kremlin");
    assertThat(NAMES.named("the kremlin")).map(KnownName::id).contains("kremlin");
    assertThat(NAMES.named("kremlin walls")).isEmpty();
  }

  @Test
  void holders_areThoseOfAnOfficeWithOrWithoutArticle() {
    KnownNames names =
        KnownNames.of(
            List.of(
                List.of(
                    "orr",
                    "person",
                    "Ida Orr",
                    "إيدا أور",
                    "",
                    "",
                    "the Mayor of Lund",
                    "عمدة لوند"),
                List.of("rask", "person", "Per Rask", "بير راسك", "", "", "mayor of Lund", "")));
    assertThat(names.holders("The mayor of Lund", Language.ENGLISH))
        .extracting(KnownName::id)
        .containsExactly("orr", "rask");
    assertThat(names.holders("عمدة لوند", Language.ARABIC))
        .extracting(KnownName::id)
        .containsExactly("orr");
    assertThat(names.holders("mayor of Grimsund", Language.ENGLISH)).isEmpty();
  }

  @Test
  void seat_standsForItsGovernmentOnlyWhenAskedFor() {
    assertThat(NAMES.seatOf("موسكو")).map(KnownName::id).contains("russia");
    assertThat(NAMES.seatOf("Moscow")).map(KnownName::id).contains("russia");
    assertThat(NAMES.named("Moscow").filter(name -> name.kind() == Kind.GOVERNMENT)).isEmpty();
    assertThat(NAMES.seats("قالت موسكو", Language.ARABIC)).hasSize(1);
  }

  @Test
  void taughtName_isKnownUntilItIsTaughtNoMore() {
    KnownNames names = KnownNames.shipped();
    long before = names.generation();
    names.teach(List.of());
    assertThat(names.generation()).as("nothing was taught").isEqualTo(before);
    names.teach(List.of(new TaughtName("kremlin", List.of("Kremlin", "القيصر الجديد"))));
    assertThat(mentions(names, "غضب القيصر الجديد")).isEqualTo("القيصر الجديد=kremlin");
    assertThat(mentions(NAMES, "غضب القيصر الجديد")).isEmpty();
    assertThat(names.generation()).isNotEqualTo(before);
    assertThat(names.taughtAs("القيصر الجديد")).contains("kremlin");
    assertThat(names.taughtAs("the Kremlin")).isEmpty();
    names.teach(List.of());
    assertThat(mentions(names, "غضب القيصر الجديد")).isEmpty();
    assertThat(names.taughtAs("القيصر الجديد")).isEmpty();
    assertThat(names.byId("kremlin")).isEqualTo(NAMES.byId("kremlin"));
  }

  @Test
  void namesThatNobodyKnows_areOneThing_alsoWhenTaughtBitByBit() {
    KnownNames names = KnownNames.shipped();
    names.teach(
        List.of(
            new TaughtName("first", List.of("Tarok Bellona", "طاروق بلونا")),
            new TaughtName("second", List.of("the Tarok Bellona", "Old Bellona"))));
    assertThat(names.named("Old Bellona")).map(KnownName::id).contains("first");
    assertThat(names.named("طاروق بلونا")).map(KnownName::kind).contains(Kind.UNKNOWN);
    assertThat(names.byId("second")).isEmpty();
  }

  @Test
  void idGivenTwice_isRefused() {
    List<String> row = List.of("a", "person", "A B", "", "", "", "", "");
    assertThatThrownBy(() -> KnownNames.of(List.of(row, row))).hasMessageContaining("id a");
    assertThatThrownBy(() -> KnownNames.of(List.of(List.of("a", "planet", "A", ""))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyShippedName_isFoundInItself() {
    for (KnownName name : NAMES.all()) {
      for (Language language : Language.values()) {
        for (String text : name.names(language)) {
          assertThat(NAMES.allNamed(text)).as(text).contains(name);
          assertThat(NAMES.mentions(text, language)).as(text).isNotEmpty();
        }
      }
    }
  }

  @Test
  void articleOfFiveKilobytes_isReadInAMillisecond() {
    String text =
        "The White House said on Friday that Mr. Trump and Mr. Putin had met the envoys. "
            .repeat(64);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 60; i++) {
      long start = System.nanoTime();
      assertThat(NAMES.mentions(text, Language.ENGLISH)).hasSize(64 * 3);
      best = Math.min(best, System.nanoTime() - start);
    }
    assertThat(best).isLessThan(5_000_000);
  }
}
