package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  private static final char LINE = '¶';

  /** The marks {@code ‖} stand where a sentence ends; {@code ¶} stands for a line break. */
  private static void check(String marked, Language language) {
    String text = marked.replace("‖", "").replace(LINE, '\n');
    List<String> expected =
        java.util.Arrays.stream(marked.replace(String.valueOf(LINE), "‖").split("‖"))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    assertThat(Sentences.of(text, language).stream().map(span -> span.of(text)))
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He came.‖ She left!‖ Why?‖ Nobody knows",
        "Title without a stop¶First sentence.‖ Second one.",
        "The U.S. said no.‖ The U.K. Foreign Office agreed.",
        "He lives in the U.S.‖ The envoy does not.",
        "Mr. Smith met Sen. Jones and Gov. Lee in St. Louis.‖ They talked.",
        "Resolution No. 12 passed.‖ He said no.‖ She agreed.",
        "It began at 9 a.m. on Friday.‖ It ended at 5 p.m.‖ The crowd left.",
        "J. K. Rowling met George W. Bush.‖ They ate.",
        "Prices rose 3.5 percent to $1.20.‖ Nobody bought.",
        "“Will he come?” he asked.‖ Nobody answered.",
        "\"Will he come?\" Mr. Carney asked the crowd.‖ Nobody answered.",
        "\"We won.\"‖ \"They lost.\"‖ He left.",
        "“We won,” he said.‖ “They lost.”‖ The end (for now.)‖ Next.",
        "She paused... and went on.‖ Then silence…‖ Nobody moved.",
        "It opened on Jan. 5 and on Sept. 9.‖ It closed in Dec.‖ The cold came.",
        "Acme Inc. sued Widget Co. over it.‖ Acme Inc.‖ The court agreed.",
        "1. First point here.‖ Second.",
        "He said: \"Stop.\"‖ 'Really?'‖ It did.",
        "Visit example.com or version 2.0.1 now.‖ Done.",
        "What?!‖ No way.",
        "He told E! News and Yahoo! Finance so.‖ It was on E!‖ The show ended.",
        "e.g. this and i.e. that, etc. and more.‖ Fine.",
        "It was over .\"‖ Next one.",
        "\"Is it so?\"‖ The minister did not say.",
      })
  void english(String marked) {
    check(marked, Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "وصل الوفد.‖ ثم غادر!‖ لماذا؟‖ لا أحد يعلم",
        "عنوان بلا نقطة¶الجملة الأولى.‖ الثانية.",
        "التقى د. أحمد أ.د. سامي وم. خالد.‖ ثم غادروا.",
        "قال ود. سمير معه إن الأمر انتهى.‖ انتهى.",
        "ارتفع السعر 3.5 بالمئة إلى ١٫٢ دولار.‖ ولم يشتر أحد.",
        "«هل سيأتي؟» سأل الصحفي.‖ لم يجب أحد.",
        "«لن نقبل هذا.»‖ وغادر القاعة.",
        "قال: \"لن نقبل.\"‖ ثم غادر.",
        "لم يجب...‖ ثم تكلم…‖ ثم صمت",
        "بشرط واحد.. المبعوث يلتقي الوفد",
        "انتهى الاجتماع.‖وقال الوزير إنه راض.‖ انتهى.",
        "وقال لسي.إن.إن إنه راض.‖وأضاف لبي.بي.سي.‖ انتهى.",
        "في عام 2020م.‖ وقال آخرون كذا.",
        "كذا (بحسب الوكالة.)‖ وكذا.",
        "انتهى القول. »‖ ثم كذا.",
      })
  void arabic(String marked) {
    check(marked, Language.ARABIC);
  }

  private static boolean isBlank(String text) {
    return text.chars().allMatch(c -> Sentences.isSpace((char) c));
  }

  @Test
  void endlessPoints_endSentencesAsFewDo() {
    for (String word : List.of("اب.", "ابج.")) {
      assertThat(Sentences.of(word.repeat(100_000), Language.ARABIC)).hasSizeGreaterThan(90_000);
    }
  }

  @Test
  void randomText_isCoveredInOrderWithoutSpaceAtTheEnds() {
    for (String text : RandomText.several(2000)) {
      for (Language language : Language.values()) {
        int last = 0;
        for (Span span : Sentences.of(text, language)) {
          assertThat(span.length()).isPositive();
          assertThat(isBlank(text.substring(last, span.start()))).isTrue();
          assertThat(Sentences.isSpace(text.charAt(span.start()))).isFalse();
          assertThat(Sentences.isSpace(text.charAt(span.end() - 1))).isFalse();
          assertThat(span.of(text)).doesNotContain("\n");
          last = span.end();
        }
        assertThat(isBlank(text.substring(last))).isTrue();
      }
    }
  }

  @Test
  void longHostileText_takesLinearTime() {
    for (String piece : List.of(". ", "a. ", "A.", "\" ", "? \"", "Mr. ", "   .")) {
      String text = piece.repeat(200_000);
      long start = System.nanoTime();
      assertThat(Sentences.of(text, Language.ENGLISH)).isNotEmpty();
      assertThat(System.nanoTime() - start).as(piece).isLessThan(5_000_000_000L);
    }
  }
}
