package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.article.Edition;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row's example fits it, and its counter-example does not. */
class TablesTest {
  private static final Pattern EXPECTED = Pattern.compile("\\[(\\w+)=(\\d+)\\] (.*)");

  static List<Counts.Row> counts() {
    return Counts.rows();
  }

  static List<Corrections.Row> corrections() {
    return Corrections.rows();
  }

  @ParameterizedTest
  @MethodSource("counts")
  void count_isFoundInItsExampleOnly(Counts.Row row) {
    Matcher expected = EXPECTED.matcher(row.example());
    assertThat(expected.matches()).isTrue();
    String kind = expected.group(1);
    assertThat(in(expected.group(3), row.language()))
        .contains(new Counts.Count(kind, expected.group(2)));
    assertThat(in(row.counterExample(), row.language()))
        .noneMatch(count -> count.kind().equals(kind));
  }

  private static List<Counts.Count> in(String text, Language language) {
    return Counts.shipped().in(new Span(0, text.length()), text, language);
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void correction_isFoundInItsExampleOnly(Corrections.Row row) {
    assertThat(Corrections.shipped().of(edition(row, row.example()))).contains(row.news());
    assertThat(Corrections.shipped().of(edition(row, row.counterExample()))).isEmpty();
  }

  private static Edition edition(Corrections.Row row, String words) {
    return new Edition(
        1,
        "a",
        1,
        Optional.empty(),
        "Island Ledger",
        row.title() ? words : "",
        row.language(),
        Optional.empty(),
        Instant.EPOCH,
        row.title() ? "." : words);
  }
}
