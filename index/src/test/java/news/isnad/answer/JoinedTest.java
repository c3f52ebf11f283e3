package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.api.Test;

/** Which neighbours are quoted as one passage, and how. All articles are invented. */
class JoinedTest {
  private static final String OLGA = "Olga Brandt";

  @Test
  void reportedInNeighbouringSentences_isOnePassage() {
    Text text =
        new Text(
            "Olga Brandt said the ship is late.", "She said it waits for pilots.", "It rained.");
    Unit late = text.said(OLGA, Speech.REPORTED, "Olga Brandt said the ship is late.");
    Unit waits = text.said(OLGA, Speech.REPORTED, "She said it waits for pilots.");

    Joined joined = Joined.of(waits).with(late).orElseThrow();

    assertThat(joined.words())
        .isEqualTo("Olga Brandt said the ship is late.\nShe said it waits for pilots.");
    assertThat(joined.speech()).isEqualTo(Speech.REPORTED);
  }

  @Test
  void quotationThatGoesOn_staysDirect() {
    Text text = new Text("“The ship is late.", "It waits for pilots,” Olga Brandt said.");
    Unit late = text.said(OLGA, Speech.DIRECT, "“The ship is late.");
    Unit waits = text.said(OLGA, Speech.DIRECT, "It waits for pilots,”");

    Joined joined = Joined.of(late).with(waits).orElseThrow();

    assertThat(joined.words()).isEqualTo("“The ship is late.\nIt waits for pilots,”");
    assertThat(joined.speech()).isEqualTo(Speech.DIRECT);
  }

  @Test
  void quotationInterruptedBySaid_isQuotedInWholeSentencesAndNotAsDirect() {
    Text text = new Text("“The ship is late,” Olga Brandt said.", "“It waits for pilots.”");
    Unit late = text.said(OLGA, Speech.DIRECT, "“The ship is late,”");
    Unit waits = text.said(OLGA, Speech.DIRECT, "“It waits for pilots.”");

    Joined joined = Joined.of(late).with(waits).orElseThrow();

    assertThat(joined.words())
        .isEqualTo("“The ship is late,” Olga Brandt said.\n“It waits for pilots.”");
    assertThat(joined.speech()).isEqualTo(Speech.MIXED);
  }

  @Test
  void passageThatWouldBeginInsideAQuotation_isNotJoined() {
    Text text =
        new Text("قالت برانت: «السفينة تأخرت.", "وهي تنتظر المرشدين».", "وأضافت أنها ستصل غدًا.");
    Unit waits = text.said(OLGA, Speech.DIRECT, "وهي تنتظر المرشدين");
    Unit arrives = text.said(OLGA, Speech.REPORTED, "وأضافت أنها ستصل غدًا.");
    Unit late = text.said(OLGA, Speech.DIRECT, "السفينة تأخرت.");

    assertThat(Joined.of(waits).with(arrives)).isEmpty();
    assertThat(Joined.of(waits).with(late).flatMap(two -> two.with(arrives)).orElseThrow().words())
        .isEqualTo("قالت برانت: «السفينة تأخرت.\nوهي تنتظر المرشدين».\nوأضافت أنها ستصل غدًا.");
  }

  @Test
  void wordsOfSomebodyElse_areNeverJoined() {
    Text text =
        new Text(
            "Olga Brandt said the ship is late.",
            "Piet Maas denied that.",
            "She said it waits for pilots.");
    Unit late = text.said(OLGA, Speech.REPORTED, "Olga Brandt said the ship is late.");
    Unit denied = text.said("Piet Maas", Speech.REPORTED, "Piet Maas denied that.");
    Unit waits = text.said(OLGA, Speech.REPORTED, "She said it waits for pilots.");

    assertThat(Joined.of(late).with(denied)).isEmpty();
    assertThat(Joined.of(late).with(waits)).isEmpty();
  }

  @Test
  void somebodyElseInTheSameSentence_keepsPassagesApart() {
    Text text =
        new Text(
            "“The ship is late,” Olga Brandt said, but “it is here,” said Piet Maas.",
            "“It waits for pilots,” she said.");
    Unit late = text.said(OLGA, Speech.DIRECT, "“The ship is late,”");
    Unit waits = text.said(OLGA, Speech.DIRECT, "“It waits for pilots,”");
    text.said("Piet Maas", Speech.DIRECT, "“it is here,”");

    assertThat(Joined.of(late).with(waits)).isEmpty();
  }

  @Test
  void outletsOwnWords_areJoinedOverThreeSentencesAtMost() {
    Text text = new Text("The ship is late.", "It rained.", "Pilots wait.", "The quay is empty.");
    Joined three =
        Joined.of(text.own(1))
            .with(text.own(0))
            .flatMap(two -> two.with(text.own(2)))
            .orElseThrow();

    assertThat(three.words()).isEqualTo("The ship is late.\nIt rained.\nPilots wait.");
    assertThat(three.speech()).isEqualTo(Speech.NONE);
    assertThat(three.with(text.own(3))).isEmpty();
    assertThat(Joined.of(text.own(0)).with(text.own(2))).isEmpty();
  }

  @Test
  void neighboursInArabic_areJoinedInOrderOfTheText() {
    Text text =
        new Text(
            Language.ARABIC, "قالت أولغا برانت إن السفينة تأخرت.", "وأضافت أنها تنتظر المرشدين.");
    Unit late = text.said(OLGA, Speech.REPORTED, "قالت أولغا برانت إن السفينة تأخرت.");
    Unit waits = text.said(OLGA, Speech.REPORTED, "وأضافت أنها تنتظر المرشدين.");

    assertThat(Joined.of(waits).with(late).orElseThrow().words())
        .isEqualTo("قالت أولغا برانت إن السفينة تأخرت.\nوأضافت أنها تنتظر المرشدين.");
  }

  private static final class Text {
    private final List<Statement> statements = new ArrayList<>();
    private final ArticleView view;
    private final String text;

    Text(String... sentences) {
      this(Language.ENGLISH, sentences);
    }

    Text(Language language, String... sentences) {
      text = String.join("\n", sentences);
      Edition edition =
          new Edition(
              1,
              "test",
              1,
              Optional.empty(),
              "Test Outlet",
              "News",
              language,
              Optional.empty(),
              Instant.EPOCH,
              text);
      view = new ArticleView(edition, statements);
    }

    Unit said(String name, Speech speech, String words) {
      int start = text.indexOf(words);
      Span span = new Span(start, start + words.length());
      Speaker speaker =
          new Speaker(name, Optional.empty(), Optional.empty(), Optional.empty(), false);
      Statement statement =
          new Statement(span, span, Statement.Kind.SAID, speech, Optional.of(speaker), List.of());
      statements.add(statement);
      return Unit.of(view, statement);
    }

    Unit own(int sentence) {
      return Unit.of(view, sentence);
    }
  }
}
