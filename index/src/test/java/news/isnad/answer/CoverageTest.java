package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.article.Edition;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Upstream;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final String CLOSED =
      "The mayor said on Monday that the bridge would stay closed.";

  private long sequence;

  @Test
  void differentReports_areIndependent() {
    assertThat(
            coverage(
                cited("Vale Courier", CLOSED),
                cited("Hill Gazette", "No car will cross before June, the city's head announced."),
                cited("مرصد السهل", "قال رئيس البلدية إن الجسر سيبقى مغلقًا.")))
        .isEqualTo(new Coverage(3, 3));
  }

  @Test
  void reprint_countsOnce() {
    assertThat(
            coverage(
                cited("Vale Courier", CLOSED),
                cited("Hill Gazette", "THE MAYOR said Monday that the bridge would stay closed.")))
        .isEqualTo(new Coverage(2, 1));
  }

  @Test
  void statementsThroughOneUpstream_countOnce() {
    assertThat(
            coverage(
                cited("Vale Courier", CLOSED, "Portside Wire", "portside-wire"),
                cited("مرصد السهل", "سيبقى الجسر مغلقًا.", "بورتسايد واير", "portside-wire"),
                cited("Portside Wire", "No car will cross before June."),
                cited("Hill Gazette", "Drivers were told to wait.")))
        .isEqualTo(new Coverage(4, 2));
  }

  @Test
  void whatJoinsTwoReports_makesThemOne() {
    assertThat(
            coverage(
                cited("Vale Courier", "One thing was said.", "Radio Quay", ""),
                cited("Hill Gazette", "Another was printed here.", "Portside Wire", ""),
                cited("Dale Echo", "A third stood there.", "Radio Quay", "portside-wire")))
        .isEqualTo(new Coverage(3, 1));
  }

  @Test
  void oneOutletTwice_isOneReport() {
    assertThat(coverage(cited("Vale Courier", CLOSED), cited("Vale Courier", "It rained all day.")))
        .isEqualTo(new Coverage(1, 1));
  }

  @Test
  void articlesThatTheStoriesKnowAsOne_countOnce() {
    List<Citation> citations =
        List.of(
            cited("Vale Courier", "One thing was said."),
            cited("Hill Gazette", "Another was printed here."),
            cited("Dale Echo", "A third stood there."));
    List<Long> sequences = citations.stream().map(one -> one.edition().sequence()).toList();
    Map<Long, Set<String>> ties =
        Map.of(sequences.get(0), Set.of("#7"), sequences.get(2), Set.of("#7"));
    assertThat(Coverage.of(citations, ties)).isEqualTo(new Coverage(3, 2));
  }

  private static Coverage coverage(Citation... citations) {
    return Coverage.of(List.of(citations));
  }

  private Citation cited(String outlet, String text) {
    return cited(outlet, text, "", "");
  }

  private Citation cited(String outlet, String text, String upstream, String entity) {
    sequence++;
    Edition edition =
        new Edition(
            sequence,
            "a" + sequence,
            1,
            Optional.empty(),
            outlet,
            "",
            Language.detect(text),
            Optional.empty(),
            Instant.EPOCH,
            text);
    List<Upstream> chain =
        Stream.of(upstream)
            .filter(name -> !name.isEmpty())
            .map(
                name ->
                    new Upstream(
                        name, Optional.of(entity).filter(id -> !id.isEmpty()), new Span(0, 1)))
            .toList();
    return new Citation(
        edition, new Span(0, text.length()), Speech.REPORTED, Optional.empty(), chain, 0.5);
  }
}
