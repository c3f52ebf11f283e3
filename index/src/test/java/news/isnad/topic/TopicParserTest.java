package news.isnad.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import news.isnad.lexicon.KnownNames;
import news.isnad.text.Language;
import news.isnad.topic.Parsed.Problem;
import news.isnad.topic.Parsed.Refused;
import news.isnad.topic.Parsed.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicParserTest {
  private final TopicParser parser =
      new TopicParser(
          KnownNames.of(
              List.of(
                  List.of("ferrant", "person", "Maya Ferrant|Ferrant", "مايا فيرانت|فيرانت"),
                  List.of("ledger", "outlet", "Island Ledger", "سجل الجزيرة"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "grain harbour | grain harbour",
        "grain AND harbour & coal | grain harbour coal",
        "grain OR coal | grain OR coal",
        "grain or coal | grain OR coal",
        "قمح أو فحم | قمح OR فحم",
        "oil prices OR gas prices | (oil prices) OR (gas prices)",
        "(grain OR coal) strike | (grain OR coal) strike",
        "grain OR coal -strike | (grain OR coal) -strike",
        "grain -crypto | grain -crypto",
        "grain NOT crypto | grain -crypto",
        "grain without Maya Ferrant | grain -\"Maya Ferrant\"",
        "قمح بدون فحم | قمح -فحم",
        "قمح ليس فحم | قمح -فحم",
        "-crypto grain | grain -crypto",
        "grain -(coal strike) | grain -(coal strike)",
        "\"dock workers\" strike | \"dock workers\" strike",
        "«عمال الميناء» إضراب | \"عمال الميناء\" إضراب",
        "“dock workers” | \"dock workers\"",
        "speaker:Ferrant grain | grain speaker:\"Ferrant\"",
        "speaker:Maya Ferrant grain | grain speaker:\"Maya Ferrant\"",
        "speaker:\"Old Ben\" grain | grain speaker:\"Old Ben\"",
        "المتحدث: مايا فيرانت قمح | قمح speaker:\"مايا فيرانت\"",
        "grain from:Ledger OR coal | (grain OR coal) from:\"Ledger\"",
        "speaker:Ferrant OR speaker:Ben | speaker:\"Ferrant\" OR speaker:\"Ben\"",
        "قمح من:سجل لغة:en مكان:ميرا | قمح from:\"سجل\" place:\"ميرا\" lang:en",
        "grain lang:arabic | grain lang:ar",
        "grain in Arabic | grain lang:ar",
        "قمح بالإنجليزية | قمح lang:en",
        "news about grain from Island Ledger | grain from:\"Island Ledger\"",
        "grain from the harbour | grain from the harbour",
        "statements by Maya Ferrant about grain | about grain speaker:\"Maya Ferrant\"",
        "تصريحات مايا فيرانت عن القمح | عن القمح speaker:\"مايا فيرانت\"",
        "أخبرني عن القمح | القمح",
        "tell me about grain | grain",
        "grain, coal? | grain coal",
        "grain at 10:30 | grain at 10:30",
        "well-known C++ | well-known C",
        "grain* /x.*/ | grain x",
        "grain - coal | grain coal",
        "ferry 2026 قمح | ferry 2026 قمح",
      })
  void typed_isUnderstoodAs(String typed, String meaning) {
    assertThat(parser.parse(typed)).isInstanceOf(Understood.class);
    Topic topic = ((Understood) parser.parse(typed)).topic();
    assertThat(TopicText.of(topic, Language.ENGLISH)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "of the | NOTHING",
        "😀 — … | NOTHING",
        "-crypto | TOO_WIDE",
        "lang:ar | TOO_WIDE",
        "lang:ar -crypto | TOO_WIDE",
        "grain OR (-coal) | ALTERNATIVE",
        "(-coal) (-grain) | TOO_WIDE",
        "\"dock workers | QUOTATION",
        "(grain | BRACKET",
        "grain) | BRACKET",
        "grain OR | ALTERNATIVE",
        "OR grain | ALTERNATIVE",
        "grain OR lang:ar | ALTERNATIVE",
        "grain speaker: | FILTER",
        "grain from:\"\" | FILTER",
        "grain NOT | FILTER",
        "grain lang:klingon | LANGUAGE",
        "(((((grain))))) | BRACKET"
      })
  void refused_saysWhy(String typed, String problem) {
    assertThat(parser.parse(typed)).isInstanceOf(Refused.class);
    assertThat(((Refused) parser.parse(typed)).problem()).hasToString(problem);
  }

  @Test
  void tooLong_isRefused() {
    assertThat(((Refused) parser.parse("grain ".repeat(30))).problem()).isEqualTo(Problem.TOO_LONG);
    assertThat(((Refused) parser.parse("x".repeat(301))).problem()).isEqualTo(Problem.TOO_LONG);
  }

  /** Whatever was understood is written, in both languages, so that it is understood again. */
  @Test
  void whatIsWritten_isReadAsTheSameTopic() {
    List<String> pieces =
        List.of(
            "grain",
            "coal",
            "قمح",
            "والفحم",
            "the",
            "of",
            "OR",
            "or",
            "أو",
            "AND",
            "NOT",
            "بدون",
            "ليس",
            "-",
            "-coal",
            "(",
            ")",
            "\"dock workers\"",
            "«عمال الميناء»",
            "\"the\"",
            "\"",
            "speaker:",
            "speaker:Ferrant",
            "من:سجل",
            "lang:ar",
            "lang:",
            "place:\"Old Town\"",
            "in",
            "Arabic",
            "from",
            "Island Ledger",
            "Maya Ferrant",
            "statements by",
            "tell",
            "me",
            "about",
            "ما",
            "عدا",
            "10:30",
            "2026",
            "C++",
            "a:b",
            "،",
            "<b>",
            "😀",
            "but",
            "not");
    SplittableRandom dice = new SplittableRandom(11);
    int understood = 0;
    for (int i = 0; i < 4000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = 1 + dice.nextInt(9); n > 0; n--) {
        typed
            .append(pieces.get(dice.nextInt(pieces.size())))
            .append(dice.nextInt(6) > 0 ? " " : "");
      }
      if (parser.parse(typed.toString()) instanceof Understood(Topic topic)) {
        understood++;
        for (Language language : Language.values()) {
          String written = TopicText.of(topic, language);
          assertThat(parser.parse(written))
              .as("%s -> %s", typed, written)
              .isEqualTo(new Understood(topic));
        }
      }
    }
    assertThat(understood).isGreaterThan(1000);
  }

  @Test
  void anyText_isUnderstoodOrRefused() {
    SplittableRandom dice = new SplittableRandom(12);
    String letters = "ab قم\"«»()-:،\u202E\uFEFF\uD83D\n\t'ـً";
    for (int i = 0; i < 4000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = dice.nextInt(25); n > 0; n--) {
        typed.append(letters.charAt(dice.nextInt(letters.length())));
      }
      assertThat(parser.parse(typed.toString())).isNotNull();
    }
  }
}
