package news.isnad.bot.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.isnad.answer.Citation;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.bot.compose.Invented;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuoteCommandTest {
  @RegisterExtension final TemporaryDatabase database = new TemporaryDatabase(Memory.MIGRATIONS);

  private final List<String> lookedFor = new ArrayList<>();
  private List<Printed> printed = List.of();
  private Room room;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    room.open(
        database.get(),
        List.of(
            new QuoteCommand(
                quote -> {
                  lookedFor.add(quote);
                  return printed;
                },
                room.composer)));
  }

  private String said(String text) {
    return Room.message(room.write(Room.READER, text)).html();
  }

  private String saidInArabic(String text) {
    return Room.message(room.handle(room.text(Room.READER, Room.READER, "ar", text, false))).html();
  }

  @Test
  void exactWords_areShownWithTheEarliestSourceAndTheSpeaker() {
    Citation citation = Invented.arabicDenial();
    printed = List.of(new Printed(citation, List.of(), List.of()));
    assertThat(said("/quote one two three four"))
        .contains(
            "Printed word for word.",
            "Found at",
            "1 outlet",
            "The earliest that I have: ",
            "Speaker:")
        .containsOnlyOnce("Source: ")
        .contains("<blockquote>")
        .doesNotContain("Not printed there");
    assertThat(saidInArabic("/quote one two three four")).contains("منشور بهذه الكلمات حرفيًا");
    assertThat(lookedFor).containsOnly("one two three four");
  }

  @Test
  void nearWords_areMarked() {
    Citation citation = Invented.englishMixed();
    String text = citation.edition().text();
    int start = citation.span().start();
    Span first = new Span(start, text.indexOf(' ', start));
    printed = List.of(new Printed(citation, List.of(first), List.of("never <b>")));
    assertThat(said("/quote one two three four"))
        .contains("Not printed like this.", "<b>" + first.of(text) + "</b>")
        .contains("Not printed there: \u2068never\u2069")
        .doesNotContain("The earliest");
    assertThat(saidInArabic("/quote one two three four")).contains("لم يُنشر هكذا", "ليس فيه");
  }

  @Test
  void nothingFound_isNoVerdict() {
    assertThat(said("/quote one two three four")).contains("does not mean that nobody said them");
    assertThat(saidInArabic("/quote one two three four")).contains("لم أجد هذه الكلمات منشورة");
  }

  @Test
  void wordsComeNext_forwardedPerhaps() {
    assertThat(said("/quote")).contains("forward");
    said("five six seven eight");
    assertThat(lookedFor).containsExactly("five six seven eight");
    assertThat(room.questions).isEmpty();
  }

  @Test
  void tooFewWords_areNotLookedFor() {
    assertThat(said("/quote one two three")).contains("4 to 150 words");
    assertThat(said("/quote " + "word ".repeat(151))).contains("4 to 150 words");
    assertThat(lookedFor).isEmpty();
  }
}
