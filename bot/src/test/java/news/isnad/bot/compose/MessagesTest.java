package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private static final Messages ARABIC = Messages.in(Language.ARABIC);
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

  @Test
  void bothLanguages_haveTheSameKeysAndArguments() {
    assertThat(ARABIC.keys()).isEqualTo(ENGLISH.keys()).isNotEmpty();
    for (String key : ARABIC.keys()) {
      assertThat(arguments(ARABIC.pattern(key))).as(key).isEqualTo(arguments(ENGLISH.pattern(key)));
    }
  }

  @Test
  void everyArabicPlural_hasAllSixCategories() {
    int plurals = 0;
    for (String key : ARABIC.keys()) {
      for (Set<String> selectors : plurals(ARABIC.pattern(key))) {
        assertThat(selectors)
            .as(key)
            .containsExactlyInAnyOrder("zero", "one", "two", "few", "many", "other");
        plurals++;
      }
    }
    assertThat(plurals).isPositive();
    for (String key : ENGLISH.keys()) {
      assertThat(plurals(ENGLISH.pattern(key)))
          .as(key)
          .allSatisfy(selectors -> assertThat(selectors).containsExactlyInAnyOrder("one", "other"));
    }
  }

  @Test
  void everyLine_startsWithALetterOfItsLanguage() {
    // Lists, names and fragments stand inside lines; buttons may lead with one emoji.
    Set<String> fragments =
        Set.of(
            "list.next",
            "time.fallback",
            "language",
            "name.known",
            "speech",
            "latest.item",
            "why.way",
            "why.more",
            "why.feature",
            "command.line",
            "timeline.line",
            "together.quotation",
            "together.reported",
            "together.outlets");
    for (Messages messages : List.of(ARABIC, ENGLISH)) {
      for (String key : messages.keys()) {
        if (fragments.contains(key)
            || key.startsWith("count.")
            || key.startsWith("chain.")
            || key.startsWith("button.")
            || key.startsWith("reading.")
            || key.equals("trial.quality")
            || key.equals("trial.offer")
            || key.equals("trial.tracked")
            || key.equals("source.line")
            || key.equals("exportsources.done")
            || key.equals("source.error")
            || key.startsWith("sourcestatus")
            || key.endsWith(".placeholder")) {
          continue;
        }
        for (String line : messages.pattern(key).split("\n", -1)) {
          if (!line.isBlank() && !line.startsWith("/")) {
            assertThat(Language.detect(line.substring(0, 1)))
                .as("%s: %s", key, line)
                .isEqualTo(messages.language());
            assertThat(Character.isLetter(line.charAt(0))).as("%s: %s", key, line).isTrue();
          }
        }
      }
    }
  }

  @Test
  void commandsInArabicLines_areIsolated() {
    for (String key : ARABIC.keys()) {
      assertThat(ARABIC.pattern(key)).as(key).doesNotContainPattern("(?<!\u2068)/[a-z]");
    }
  }

  @Test
  void latinWordsInArabicLines_areIsolated() {
    for (String key : ARABIC.keys()) {
      if (!key.startsWith("command.") && !key.endsWith(".placeholder")) {
        String written =
            ARABIC
                .pattern(key)
                .replaceAll("\u2068[^\u2069]*\u2069", "")
                .replaceAll("\\{\\w+(, ?(plural|select|number)[^{}]*)?", "{")
                .replaceAll("\\w+ \\{", "{");
        assertThat(written).as(key).doesNotContainPattern("[A-Za-z]{2}");
      }
    }
  }

  /** A noun after a number takes a form that depends on it, but for those of foreign units. */
  @Test
  void arabicNouns_agreeWithTheNumberBeforeThem() {
    Pattern noun =
        Pattern.compile(
            ", number[^}]*}"
                + " (?!(?:ميغابايت|مللي|بايت|من|في|غيرها|بالإنجليزية|بالعربية|و\\p{InArabic}+|غير|نُظر)\\b)"
                + "\\p{InArabic}+",
            Pattern.UNICODE_CHARACTER_CLASS);
    for (String key : ARABIC.keys()) {
      assertThat(ARABIC.pattern(key)).as(key).doesNotContainPattern(noun);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, لا مقالات",
    "1, مقال واحد",
    "2, مقالان",
    "3, 3 مقالات",
    "11, 11 مقالًا",
    "100, 100 مقال",
    "1203, '1,203 مقالات'"
  })
  void arabicCounts_agreeWithTheirNumber(long count, String expected) {
    assertThat(ARABIC.text("count.articles", "count", count)).isEqualTo(expected);
  }

  @Test
  void textFromOutside_isIsolatedAndCannotBeAPattern() {
    assertThat(ENGLISH.say("reading.topic", "topic", "{count} <b>\u202Ex").html())
        .isEqualTo("about “\u2068{count} x\u2069”");
  }

  @Test
  void markup_goesInUnescaped() {
    Markup bold = Markup.bold(Markup.label("A&B"));
    assertThat(ENGLISH.say("reading.from", "from", bold).html())
        .isEqualTo("from <b>\u2068A&amp;B\u2069</b> on");
  }

  @Test
  void time_showsItsZoneInTheFallback() {
    Instant moment = Instant.parse("2026-01-05T22:30:00Z");
    assertThat(ENGLISH.time(moment, ZoneId.of("Asia/Riyadh")).html())
        .isEqualTo(
            "\u2068<tg-time unix=\"1767652200\" format=\"Dt\">6 January 2026, 01:30"
                + " Asia/Riyadh</tg-time>\u2069");
    assertThat(ARABIC.time(moment, ZoneId.of("Z")).visible())
        .isEqualTo("\u20685 يناير 2026، 22:30 UTC\u2069");
  }

  @Test
  void unknownKey_isADefect() {
    assertThatThrownBy(() -> ENGLISH.say("no.such.key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such.key");
  }

  private static Set<String> arguments(String pattern) {
    MessagePattern parsed = new MessagePattern(pattern);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      if (parsed.getPart(i).getType() == MessagePattern.Part.Type.ARG_NAME) {
        names.add(parsed.getSubstring(parsed.getPart(i)));
      }
    }
    return names;
  }

  private static List<Set<String>> plurals(String pattern) {
    MessagePattern parsed = new MessagePattern(pattern);
    List<Set<String>> found = new ArrayList<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      MessagePattern.Part part = parsed.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START
          && part.getArgType() == MessagePattern.ArgType.PLURAL) {
        Set<String> selectors = new TreeSet<>();
        int end = parsed.getLimitPartIndex(i);
        int depth = 0;
        for (int j = i + 1; j < end; j++) {
          switch (parsed.getPart(j).getType()) {
            case MSG_START -> depth++;
            case MSG_LIMIT -> depth--;
            case ARG_SELECTOR -> {
              if (depth == 0) {
                selectors.add(parsed.getSubstring(parsed.getPart(j)));
              }
            }
            default -> {}
          }
        }
        found.add(selectors);
      }
    }
    return found;
  }
}
