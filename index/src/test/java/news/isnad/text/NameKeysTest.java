package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeysTest {
  @ParameterizedTest
  @CsvSource({
    "Zelensky, زيلينسكي",
    "Zelenskyy, زيلينسكى",
    "Witkoff, ويتكوف",
    "Netanyahu, نتنياهو",
    "Kushner, لكوشنر",
    "Shanghai, وشنغهاي",
    "Google, غوغل",
    "Google, جوجل",
    "Araghchi, عراقجي",
    "Macron, ماكرون",
    "Xavi, تشافي",
    "Hegseth, هيغسيث",
    "Lavrov, لافروف"
  })
  void nameInBothScripts_hasAKeyInCommon(String latin, String arabic) {
    assertThat(NameKeys.ofLatin(latin)).containsAnyElementsOf(NameKeys.ofArabic(arabic));
  }

  @ParameterizedTest
  @CsvSource({"Zelensky, Zelenskyy", "ترامب, ترمب", "Mohammed, Muhammad", "Qaddafi, Gaddafi"})
  void spellingsInOneScript_haveAKeyInCommon(String one, String other) {
    assertThat(NameKeys.of(one)).containsAnyElementsOf(NameKeys.of(other));
  }

  @ParameterizedTest
  @CsvSource({"Putin, ترامب", "Macron, بوتين", "Lavrov, بيسكوف"})
  void differentNames_haveNone(String latin, String arabic) {
    assertThat(NameKeys.ofLatin(latin)).doesNotContainAnyElementsOf(NameKeys.ofArabic(arabic));
  }

  @Test
  void latinKeys_areCapped() {
    assertThat(NameKeys.ofLatin("czxjthghwvczxjthghwvczxj".repeat(20)))
        .hasSizeLessThanOrEqualTo(NameKeys.MOST);
  }

  @Test
  void wordWithoutConsonants_hasNoKeys() {
    assertThat(NameKeys.of("aiou")).isEmpty();
    assertThat(NameKeys.of("")).isEmpty();
    assertThat(NameKeys.of("123")).isEmpty();
  }
}
