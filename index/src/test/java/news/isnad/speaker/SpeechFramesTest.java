package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.isnad.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever speaks is found however they are printed, in whatever sentence: the forms of speakers and
 * the forms of sentences, each with each. What is missed is listed beside them, so that a rule that
 * mends or breaks some of it changes the list.
 */
class SpeechFramesTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();

  @ParameterizedTest
  @EnumSource(Language.class)
  void speaker_isFoundInEverySentence_butForThoseListed(Language language) throws IOException {
    Frames frames = Frames.of(language);

    Set<String> missed = new LinkedHashSet<>();
    frames.expected.forEach(
        (sentence, name) -> {
          if (!speakers(sentence, language).contains(name.toLowerCase(Locale.ROOT))) {
            missed.add(sentence);
          }
        });

    assertThat(frames.expected).hasSizeGreaterThan(1000);
    assertThat(missed).containsExactlyInAnyOrderElementsOf(frames.missed);
  }

  private static Set<String> speakers(String sentence, Language language) {
    Set<String> names = new HashSet<>();
    for (Statement statement : ATTRIBUTION.statements(Editions.of(sentence, language))) {
      statement
          .speaker()
          .map(Speaker::name)
          .map(name -> name.toLowerCase(Locale.ROOT))
          .ifPresent(names::add);
    }
    return names;
  }

  /** Sentences, each with its speaker's name, and those that are known to be missed. */
  private static final class Frames {
    private final Map<String, String> expected = new LinkedHashMap<>();
    private final Set<String> missed = new LinkedHashSet<>();
    private final Map<String, String> speakers = new LinkedHashMap<>();
    private final List<String> frames = new ArrayList<>();

    static Frames of(Language language) throws IOException {
      Frames all = new Frames();
      for (String line : lines("frames-" + language.code() + ".tsv")) {
        String[] row = line.split("\t", -1);
        switch (row[0]) {
          case "group" -> all.combine();
          case "speaker" -> all.speakers.put(row[1], row[row.length - 1]);
          case "frame" -> all.frames.add(row[1]);
          case "missed" -> all.missed.add(row[1]);
          default -> assertThat(line).startsWith("#");
        }
      }
      all.combine();
      return all;
    }

    private void combine() {
      for (String frame : frames) {
        speakers.forEach((printed, name) -> expected.put(filled(frame, printed), name));
      }
      frames.clear();
      speakers.clear();
    }

    /** The comma behind an apposition gives way to another mark. */
    private static String filled(String frame, String printed) {
      String sentence =
          frame.replace("{}", printed).replaceAll("[,،](?=[,،.:])", "").replace("..", ".");
      return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static List<String> lines(String name) throws IOException {
      try (InputStream in =
          Objects.requireNonNull(SpeechFramesTest.class.getResourceAsStream(name))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    }
  }
}
