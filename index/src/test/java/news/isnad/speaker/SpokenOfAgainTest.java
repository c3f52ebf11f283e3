package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.isnad.config.Tables;
import news.isnad.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever was named with an office is known again by another description, and nobody else is taken
 * for them: every first sentence of {@code again-*.tsv} with each of its descriptions, with a name
 * that the tables know the parts of and one that they do not.
 */
class SpokenOfAgainTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();
  private static final List<String> ENGLISH = List.of("Karim Haddad", "Luc Daval");
  private static final List<String> ARABIC = List.of("كريم الحداد", "لوك دافال");
  private static final List<String> WOMEN = List.of("ليلى الحداد", "كلارا دافال");

  static Stream<Arguments> sentences() {
    List<Arguments> all = new ArrayList<>();
    for (Language language : Language.values()) {
      for (List<String> row : table("again-" + language.code() + ".tsv")) {
        all.add(Arguments.of(language, row.get(0), Tables.alternatives(row.get(1)), true));
        all.add(Arguments.of(language, row.get(0), Tables.alternatives(row.get(2)), false));
      }
    }
    return all.stream();
  }

  private static List<List<String>> table(String name) {
    try (InputStream in = SpokenOfAgainTest.class.getResourceAsStream(name)) {
      return Tables.read(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{1} {3}")
  @MethodSource("sentences")
  void description_isKnownAgain(
      Language language, String first, List<String> descriptions, boolean same) {
    List<String> wrong = new ArrayList<>();
    for (String description : descriptions) {
      List<String> names = language == Language.ENGLISH ? ENGLISH : ARABIC;
      for (int i = 0; i < names.size(); i++) {
        String name = first.contains("{f}") ? WOMEN.get(i) : names.get(i);
        String speaker =
            speakerOf(language, first.replace("{n}", name).replace("{f}", name), description);
        if (speaker.equals(name) != same) {
          wrong.add(description + " (" + name + "): " + speaker);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static String speakerOf(Language language, String first, String description) {
    String text =
        switch (language) {
          case ENGLISH ->
              "Talks go on at the old palace\n"
                  + first
                  + "\nThe talks took place in the old palace.\n"
                  + description
                  + " said that the border would stay open.";
          case ARABIC -> {
            boolean woman = description.split(" ", 2)[0].endsWith("ة");
            yield "تواصل المحادثات في القصر القديم\n"
                + first
                + "\nوجرت المحادثات في القصر القديم.\n"
                + (woman ? "وقالت " : "وقال ")
                + description
                + " إن الحدود ستبقى مفتوحة.";
          }
        };
    return ATTRIBUTION
        .statements(Editions.of(text, language))
        .getLast()
        .speaker()
        .orElseThrow()
        .name();
  }
}
