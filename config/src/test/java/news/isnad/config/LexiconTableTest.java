package news.isnad.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LexiconTableTest {
  /** Hamza to ghain and feh to yeh: the letters, without tatweel and without harakat. */
  private static final Pattern ARABIC =
      Pattern.compile("[\\u0621-\\u063A\\u0641-\\u064A]+( [\\u0621-\\u063A\\u0641-\\u064A]+)*");

  private static final Pattern ENGLISH = Pattern.compile("[a-z0-9.'-]+( [a-z0-9.'-]+)*");
  private static final Pattern FLAGS = Pattern.compile("(form-of:[a-z]+|function)?");

  private final List<List<String>> rows = Tables.shipped("lexicon.tsv");

  @Test
  void lexicon_size_isThatOfNewsAndGeneralVocabulary() {
    assertThat(rows).hasSizeGreaterThanOrEqualTo(15_000);
    assertThat(rows.stream().filter(row -> row.getFirst().contains(" ")))
        .hasSizeGreaterThanOrEqualTo(2_200);
  }

  @Test
  void lexicon_everyRow_hasThreeColumns() {
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(3));
  }

  @Test
  void lexicon_key_occursOnce() {
    Set<String> seen = new HashSet<>();
    assertThat(rows.stream().map(List::getFirst).filter(key -> !seen.add(key))).isEmpty();
  }

  @Test
  void lexicon_englishSide_isLowerCaseLatin() {
    assertThat(rows).allSatisfy(row -> assertThat(row.getFirst()).matches(ENGLISH));
  }

  @Test
  void lexicon_arabicSide_hasOnlyBareLettersAndNoRepetition() {
    assertThat(rows)
        .allSatisfy(
            row -> {
              List<String> forms = List.of(row.get(1).split("\\|", -1));
              assertThat(forms).isNotEmpty().doesNotHaveDuplicates();
              assertThat(forms).allSatisfy(form -> assertThat(form).matches(ARABIC));
            });
  }

  @Test
  void lexicon_irregularForm_carriesTheArabicOfItsLemma() {
    assertThat(rows).allSatisfy(row -> assertThat(row.get(2)).matches(FLAGS));
    List<List<String>> irregular =
        rows.stream().filter(row -> row.get(2).startsWith("form-of:")).toList();
    assertThat(irregular).isNotEmpty();
    Set<List<String>> known = new HashSet<>();
    rows.forEach(row -> known.add(List.of(row.get(0), row.get(1))));
    assertThat(irregular)
        .allMatch(
            row -> known.contains(List.of(row.get(2).substring("form-of:".length()), row.get(1))));
  }
}
