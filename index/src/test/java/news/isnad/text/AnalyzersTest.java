package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class AnalyzersTest {
  private record Token(String term, int start, int end, int position) {}

  private static List<Token> tokens(Analyzer analyzer, String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("field", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset(), position));
      }
      stream.end();
      assertThat(offset.endOffset()).isEqualTo(text.length());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return tokens;
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    return tokens(analyzer, text).stream().map(Token::term).toList();
  }

  @Test
  void exact_keepsEveryFoldedWord() {
    assertThat(terms(Analyzers.exact(Language.ENGLISH), "The Officials' plan"))
        .containsExactly("the", "officials", "plan");
  }

  @Test
  void stemmed_dropsStopWordsAndKeepsTheirPlace() {
    assertThat(tokens(Analyzers.stemmed(Language.ENGLISH), "Talks with officials"))
        .containsExactly(new Token("talk", 0, 5, 0), new Token("offici", 11, 20, 2));
  }

  @Test
  void stemmed_pointsToTheTextAsItIs() {
    String text = "قال «وَالـوزيرُ» كذا";
    Token token = tokens(Analyzers.stemmed(Language.ARABIC), text).get(1);
    assertThat(token.term()).isEqualTo("وزير");
    assertThat(text.substring(token.start(), token.end())).isEqualTo("وَالـوزيرُ");
  }

  @Test
  void stemmed_minister_isFoundWithAndWithoutArticle() {
    Analyzer analyzer = Analyzers.stemmed(Language.ARABIC);
    assertThat(terms(analyzer, "وزير")).isEqualTo(terms(analyzer, "والوزير"));
  }

  @Test
  void names_giveEachSurfaceOncePerKey() {
    assertThat(terms(Analyzers.names(Language.ENGLISH), "Putin met Putin in town"))
        .containsExactlyInAnyOrder("PTN\u001Fputin");
    assertThat(terms(Analyzers.names(Language.ARABIC), "وبوتين")).contains("PTN\u001Fوبوتين");
  }

  @Test
  void grams_shareThePlaceOfTheirWord() {
    assertThat(tokens(Analyzers.grams(Language.ENGLISH), "Iran"))
        .containsExactly(
            new Token("iran", 0, 4, 0), new Token("ira", 0, 4, 0), new Token("ran", 0, 4, 0));
  }

  @Test
  void randomText_hasOffsetsInsideIt() {
    for (String text : RandomText.several(500)) {
      for (Language language : Language.values()) {
        for (Analyzer analyzer :
            List.of(
                Analyzers.exact(language),
                Analyzers.stemmed(language),
                Analyzers.names(language),
                Analyzers.grams(language))) {
          int last = 0;
          for (Token token : tokens(analyzer, text)) {
            assertThat(token.term()).isNotEmpty();
            assertThat(token.start()).isGreaterThanOrEqualTo(last);
            assertThat(token.end()).isBetween(token.start() + 1, text.length());
            last = token.start();
          }
        }
      }
    }
  }
}
