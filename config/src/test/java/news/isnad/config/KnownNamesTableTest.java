package news.isnad.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of the shipped known names, and spot checks of names whose Arabic form is irregular. */
class KnownNamesTableTest {
  private static final int ID = 0;
  private static final int KIND = 1;
  private static final int ENGLISH_NAMES = 2;
  private static final int ARABIC_NAMES = 3;
  private static final int SEATS = 4;
  private static final int OF = 5;
  private static final int ENGLISH_ROLES = 6;
  private static final int ARABIC_ROLES = 7;

  private static final Set<String> KINDS =
      Set.of(
          "person",
          "government",
          "institution",
          "body",
          "agency",
          "outlet",
          "party",
          "group",
          "company",
          "place");

  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
  private static final List<List<String>> ROWS = Tables.shipped("known-names.tsv");

  @Test
  void rows_areMany_ofEveryKind_withEightColumns() {
    assertThat(ROWS)
        .hasSizeGreaterThanOrEqualTo(2_600)
        .allSatisfy(row -> assertThat(row).hasSize(8));
    assertThat(ROWS).extracting(row -> row.get(KIND)).isSubsetOf(KINDS).containsAll(KINDS);
  }

  @Test
  void ids_areUniqueAndKebabCase() {
    assertThat(ROWS)
        .extracting(row -> row.get(ID))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void of_namesExistingEntities() {
    Set<String> ids = new HashSet<>();
    ROWS.forEach(row -> ids.add(row.get(ID)));
    assertThat(ROWS)
        .allSatisfy(
            row ->
                assertThat(Tables.alternatives(row.get(OF)))
                    .isSubsetOf(ids)
                    .doesNotContain(row.get(ID)));
  }

  @Test
  void names_areFilledInBothLanguages_eachInItsScript() {
    assertThat(ROWS)
        .allSatisfy(
            row -> {
              assertThat(Tables.alternatives(row.get(ENGLISH_NAMES))).isNotEmpty();
              assertThat(Tables.alternatives(row.get(ARABIC_NAMES))).isNotEmpty();
              for (int column : List.of(ENGLISH_NAMES, ENGLISH_ROLES)) {
                assertThat(row.get(column)).doesNotContainPattern(ARABIC);
              }
              for (int column : List.of(ARABIC_NAMES, ARABIC_ROLES)) {
                assertThat(Tables.alternatives(row.get(column)))
                    .allSatisfy(name -> assertThat(name).containsPattern(ARABIC));
              }
            });
  }

  @Test
  void seats_onlyOfGovernmentsAndInstitutions() {
    assertThat(ROWS)
        .filteredOn(row -> !row.get(SEATS).isEmpty())
        .extracting(row -> row.get(KIND))
        .containsOnly("government", "institution");
  }

  @Test
  void names_areNotSharedWithinAKind() {
    Map<String, String> owners = new HashMap<>();
    List<String> shared = new ArrayList<>();
    for (List<String> row : ROWS) {
      List<String> names = new ArrayList<>(Tables.alternatives(row.get(ENGLISH_NAMES)));
      names.addAll(Tables.alternatives(row.get(ARABIC_NAMES)));
      for (String name : names) {
        String owner = owners.putIfAbsent(row.get(KIND) + ':' + folded(name), row.get(ID));
        if (owner != null && !owner.equals(row.get(ID))) {
          shared.add(name + ": " + owner + ", " + row.get(ID));
        }
      }
    }
    assertThat(shared).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "us, Washington, واشنطن",
    "russia, Moscow, موسكو",
    "downing-street, Downing Street, داونينغ ستريت",
    "antonio-guterres, Guterres, غوتيريش",
    "xi-jinping, Xi Jinping, شي جين بينغ",
    "volodymyr-zelenskyy, Zelensky, زيلنسكي",
    "donald-trump, Trump, ترمب",
    "bloomberg, Bloomberg, بلومبرج",
    "white-house, US presidency, الرئاسة الأمريكية",
    "rafael-grossi, Grossi, غروسي"
  })
  void irregularForms_areKnown(String id, String english, String arabic) {
    List<String> row =
        ROWS.stream().filter(candidate -> candidate.get(ID).equals(id)).findFirst().orElseThrow();
    List<String> known = new ArrayList<>(Tables.alternatives(row.get(ENGLISH_NAMES)));
    known.addAll(Tables.alternatives(row.get(ARABIC_NAMES)));
    known.addAll(Tables.alternatives(row.get(SEATS)));
    assertThat(known).contains(english, arabic);
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replace('ى', 'ي')
        .replace('ة', 'ه')
        .toLowerCase(Locale.ROOT);
  }
}
