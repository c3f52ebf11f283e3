package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.isnad.config.Tables;
import news.isnad.lexicon.CountryForms;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.Roles.Fit;
import news.isnad.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RolesTest {
  private static final Roles ENGLISH = roles(Language.ENGLISH);
  private static final Roles ARABIC = roles(Language.ARABIC);

  private static Roles roles(Language language) {
    return new Roles(language, CountryForms.of(KnownNames.shipped(), language));
  }

  /** The examples that the rows bring, in the languages that they have. */
  static Stream<Arguments> examples() {
    List<Arguments> examples = new ArrayList<>();
    for (List<String> row : Tables.shipped("offices.tsv")) {
      for (int from : List.of(5, 8)) {
        if (row.size() > from + 2 && !row.get(from).isEmpty()) {
          Roles roles = from == 5 ? ENGLISH : ARABIC;
          examples.add(Arguments.of(roles, row.get(from), row.get(from + 1), row.get(from + 2)));
        }
      }
    }
    return examples.stream();
  }

  @ParameterizedTest(name = "{1}: {2}, not {3}")
  @MethodSource("examples")
  void exampleOfRow_fitsAndCounterExampleDoesNot(
      Roles roles, String first, String later, String other) {
    assertThat(roles.fit(List.of(first), later)).isNotEqualTo(Fit.NONE);
    assertThat(roles.fit(List.of(first), other)).isEqualTo(Fit.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "French Foreign Minister, the French minister, LITERAL",
    "Foreign Minister of France, the French foreign minister, LITERAL",
    "Prime Minister, the premier, SAME",
    "Prime Minister, the leader, WIDER",
    "president and chief executive of Norvane, the Norvane CEO, SAME",
    "president and chief executive of Norvane, the president, LITERAL",
    "chief of police, the police chief, SAME",
    "deputy prime minister, the prime minister, NONE",
    "deputy prime minister, the deputy prime minister, LITERAL",
    "adviser to the president, the president, NONE",
    "French president, the German leader, NONE",
    "UN Secretary-General, the United Nations chief, WIDER"
  })
  void english_fitsAsFarAsTheWordsSay(String role, String description, Fit fit) {
    assertThat(ENGLISH.fit(List.of(role), description)).isEqualTo(fit);
  }

  @ParameterizedTest
  @CsvSource({
    "وزير الخارجية الفرنسي, وزير خارجية فرنسا, LITERAL",
    "وزير الخارجية الفرنسي, الوزير الفرنسي, LITERAL",
    "رئيس الوزراء البريطاني, رئيس الحكومة البريطانية, SAME",
    "رئيس الوزراء الفرنسي, الرئيس الفرنسي, NONE",
    "نائب رئيس الوزراء, رئيس الوزراء, NONE",
    "مستشار الرئيس الفرنسي, الرئيس الفرنسي, NONE",
    "وزير الشباب والرياضة, وزير الرياضة, LITERAL",
    "الصحافي والمسؤول السابق, المسؤول السابق, LITERAL",
    "العاهل الأردني, ملك الأردن, SAME",
    "الأمين العام للأمم المتحدة, الأمين الأممي, LITERAL",
    "المهاجم, اللاعب, WIDER",
    "وزيرة الصحة, الوزير, NONE"
  })
  void arabic_fitsAsFarAsTheWordsSay(String role, String description, Fit fit) {
    assertThat(ARABIC.fit(List.of(role), description)).isEqualTo(fit);
  }

  @ParameterizedTest
  @CsvSource({
    "striker, the goalkeeper, true",
    "striker, the player, false",
    "striker, the millionaire, false",
    "film star, the singer, false"
  })
  void otherOffice_isSomebodyElse(String role, String description, boolean other) {
    assertThat(ENGLISH.isOther(List.of(role), description)).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({
    "وزير الخارجية المصري, وزير الخارجية",
    "رئيس الوزراء, رئيس الوزراء",
    "الرئيسة الفرنسية, الرئيسة"
  })
  void country_isTakenOutOfAnOffice(String role, String office) {
    assertThat(ARABIC.withoutCountry(role)).isEqualTo(office);
  }
}
