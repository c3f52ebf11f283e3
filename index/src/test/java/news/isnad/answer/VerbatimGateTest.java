package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.speaker.Speech;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.api.Test;

class VerbatimGateTest {
  private static final String TEXT = "The mayor said: \"No bridge 🌉 is planned.\"";

  private final VerbatimGate gate = new VerbatimGate();

  @Test
  void wordsAsStored_pass() {
    int start = TEXT.indexOf("No bridge");
    Optional<Citation> citation = cite("No bridge", new Span(start, start + 9), stored(TEXT));
    assertThat(citation.orElseThrow().quote()).isEqualTo("No bridge");
    assertThat(gate.passed()).isEqualTo(1);
    assertThat(gate.stopped()).isZero();
  }

  @Test
  void otherWords_areStopped() {
    int start = TEXT.indexOf("No bridge");
    assertThat(cite("A bridge!", new Span(start, start + 9), stored(TEXT))).isEmpty();
    assertThat(gate.stopped()).isEqualTo(1);
  }

  @Test
  void textThatChangedMeanwhile_isStopped() {
    int start = TEXT.indexOf("No bridge");
    Optional<Edition> changed = stored(TEXT.replace("No bridge", "One bridge"));
    assertThat(cite("No bridge", new Span(start, start + 9), changed)).isEmpty();
    assertThat(cite("No bridge", new Span(start, start + 9), Optional.empty())).isEmpty();
  }

  @Test
  void spanBehindTheEnd_orBlankWords_areStopped() {
    assertThat(cite("x", new Span(TEXT.length(), TEXT.length() + 1), stored(TEXT))).isEmpty();
    assertThat(cite(" ", new Span(3, 4), stored(TEXT))).isEmpty();
  }

  @Test
  void halfASurrogatePair_isStopped() {
    int pair = TEXT.indexOf("🌉");
    String half = TEXT.substring(pair, pair + 1);
    assertThat(cite(half, new Span(pair, pair + 1), stored(TEXT))).isEmpty();
  }

  private Optional<Citation> cite(String passage, Span span, Optional<Edition> stored) {
    return gate.cite(stored, passage, span, Speech.DIRECT, Optional.empty(), List.of(), 1);
  }

  private static Optional<Edition> stored(String text) {
    return Optional.of(
        new Edition(
            1,
            "sample",
            1,
            Optional.empty(),
            "The Harbour Post",
            "Bridge",
            Language.ENGLISH,
            Optional.empty(),
            Instant.EPOCH,
            text));
  }
}
