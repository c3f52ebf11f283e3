package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.junit.jupiter.api.Test;

/** What is made of words must be what the analyzers, by which is asked, make of the text. */
class TermStreamsTest {
  private record Token(String term, int position, int frequency) {}

  private static List<Token> read(TokenStream stream) {
    List<Token> tokens = new ArrayList<>();
    try (stream) {
      TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      TermFrequencyAttribute often = stream.addAttribute(TermFrequencyAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        String text = term.getBytesRef().utf8ToString();
        tokens.add(new Token(text, position, often.getTermFrequency()));
      }
      stream.end();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return tokens;
  }

  private static List<Token> analysed(Analyzer analyzer, String text) {
    return read(analyzer.tokenStream("field", text));
  }

  private static Map<String, Integer> counted(List<Token> tokens) {
    Map<String, Integer> counted = new TreeMap<>();
    tokens.forEach(token -> counted.merge(token.term(), token.frequency(), Integer::sum));
    return counted;
  }

  @Test
  void termsOfWords_areThoseOfTheAnalyzers() {
    List<String> texts = new ArrayList<>(RandomText.several(300));
    texts.add("The Mayor of Lowmere said talks with Orla Fenwick's union had failed, again.");
    texts.add("قال الوزير سالم الرواحي إن الوزير لن يعود إلى البلدة، وإن الميناء مغلق.");
    for (String text : texts) {
      for (Language language : Language.values()) {
        List<Word> words = Words.folded(text, language);
        assertThat(read(new TermStreams().exact(words)))
            .isEqualTo(analysed(Analyzers.exact(language), text));
        assertThat(read(new TermStreams().stemmed(words, language)))
            .isEqualTo(analysed(Analyzers.stemmed(language), text));
        assertThat(counted(read(new TermStreams().names(text, words))))
            .isEqualTo(counted(analysed(Analyzers.names(language), text)));
      }
    }
  }

  @Test
  void grams_comeOnceWithTheirFrequency_andReachTheLastWord() {
    String text = "The banana of the Banana republic and its banknotes";
    List<Token> grams =
        read(new TermStreams().grams(Words.folded(text, Language.ENGLISH), Language.ENGLISH));
    List<Token> analysed = analysed(Analyzers.grams(Language.ENGLISH), text);
    assertThat(counted(grams)).isEqualTo(counted(analysed));
    assertThat(grams).extracting(Token::term).doesNotHaveDuplicates();
    long words = analysed.stream().map(Token::position).distinct().count();
    assertThat(grams.getLast().position()).isEqualTo((int) words - 1);
  }
}
