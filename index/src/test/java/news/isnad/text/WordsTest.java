package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static String folded(String text, Language language) {
    return String.join(" ", Words.of(text, language).stream().map(Word::folded).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Trump’s envoy, the officials' plan | trump envoy the officials plan",
        "Don't ask O’Brien in Sana'a | dont ask obrien in sanaa",
        "U.S.-led F-16s and the G7 | us led f 16s and the g7",
        "1,000.5 and 3.5% of 2,5 | 1000.5 and 3.5 of 2 5",
        "the 20th, 5G, $3.5bn | the 20th 5g 3.5bn",
        "al-Assad's | al assad",
        "e-mail: a.b@c.d | e mail ab cd",
      })
  void englishWords(String text, String expected) {
    assertThat(folded(text, Language.ENGLISH)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "لـ5 ساعات، عام 2020م. | ل 5 ساعات عام 2020 م",
        "«وزيرُ الخارجيّةِ» الأمريكي | وزير الخارجيه الامريكي",
        "١٬٠٠٠ و٣٫٥ | 1000 و 3.5",
        "بـ\"القناة الخلفية\" | ب القناه الخلفيه",
        "شركة Microsoft’s الأمريكية | شركه microsoft الامريكيه",
      })
  void arabicWords(String text, String expected) {
    assertThat(folded(text, Language.ARABIC)).isEqualTo(expected);
  }

  @Test
  void span_pointsIntoTheTextAsItIs() {
    String text = "قال «وَزِيرُ\u200F الخارجية»";
    List<Word> words = Words.of(text, Language.ARABIC);
    assertThat(words.get(1).span().of(text)).isEqualTo("وَزِيرُ");
  }

  @Test
  void wordOfTheOtherScript_isNotStemmed() {
    assertThat(Words.of("قالت Elections", Language.ARABIC).get(1).stem()).isEqualTo("elections");
    assertThat(Words.of("Elections", Language.ENGLISH).getFirst().stem()).isEqualTo("elect");
  }

  @Test
  void randomText_hasWordsInOrderInsideIt() {
    for (String text : RandomText.several(2000)) {
      for (Language language : Language.values()) {
        int last = 0;
        for (Word word : Words.of(text, language)) {
          assertThat(word.span().start()).isGreaterThanOrEqualTo(last);
          assertThat(word.span().end()).isLessThanOrEqualTo(text.length());
          assertThat(word.folded()).isNotEmpty();
          assertThat(word.stem()).isNotEmpty();
          last = word.span().end();
        }
      }
    }
  }

  @Test
  void within_cutsAsIfTheTextEndedThere() {
    for (String text : RandomText.several(400)) {
      for (Language language : Language.values()) {
        List<Word> all = Words.of(text, language);
        for (int length = 0; length <= text.length(); length += 3) {
          assertThat(Words.within(text, all, length, language))
              .as("%s until %d", text, length)
              .isEqualTo(Words.of(text.substring(0, length), language));
        }
      }
    }
  }

  @Test
  void pieces_areCutAsIfTheyWereOneText() {
    List<String> texts = RandomText.several(60);
    String title = texts.getLast();
    for (String text : texts) {
      for (Language language : Language.values()) {
        List<Word> all = Words.folded(text, language);
        for (int from = 0; from <= text.length(); from += 5) {
          for (int to = from; to <= text.length(); to += 7) {
            Span span = new Span(from, to);
            String joined = title + "\n" + span.of(text);
            assertThat(
                    Words.of(
                        joined,
                        List.of(
                            new Words.Piece(
                                title, Words.folded(title, language), new Span(0, title.length())),
                            new Words.Piece(text, all, span)),
                        language,
                        true))
                .as("%s from %d to %d", text, from, to)
                .isEqualTo(Words.of(joined, language));
          }
        }
        title = text;
      }
    }
  }

  @Test
  void ofArticle_sameTextAgain_isNotCutAgain() {
    String text = "The dam broke on Sunday.";
    List<Word> words = Words.folded(text, Language.ENGLISH);
    List<List<Word>> cut = new ArrayList<>();
    for (int i = 0; i < 10; i++) { // a collection of garbage may come between two, not between all
      cut.add(Words.ofArticle(text, Language.ENGLISH));
    }
    assertThat(cut).allMatch(words::equals);
    assertThat(cut.stream().map(System::identityHashCode).distinct().count()).isLessThan(10);
  }
}
