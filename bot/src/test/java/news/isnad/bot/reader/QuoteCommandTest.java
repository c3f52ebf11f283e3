package news.isnad.bot.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.isnad.answer.Citation;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.Invented;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.bot.telegram.Message;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  void forwardedWords_areLookedFor_asTheyStand() {
    said("/quote");
    room.handle(
        new IncomingReader(99)
            .read(
                """
                {"update_id": 5, "message": {"message_id": 8, "date": 1773565200,
                 "forward_origin": {"type": "hidden_user", "sender_user_name": "x", "date": 1},
                 "chat": {"id": 2, "type": "private"}, "text": "لن نغلق الميناء هذا العام",
                 "from": {"id": 2, "first_name": "A", "is_bot": false}}}
                """));
    assertThat(lookedFor).containsExactly("لن نغلق الميناء هذا العام");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void looksOf(Language language) {
    golden(language, "none");
    Citation arabic = Invented.arabicDenial();
    printed = List.of(new Printed(arabic, List.of(), List.of()));
    golden(language, "exact");
    Citation english = Invented.englishMixed();
    String text = english.edition().text();
    int start = english.span().start();
    printed =
        List.of(
            new Printed(
                english, List.of(new Span(start, text.indexOf(' ', start))), List.of("never")));
    golden(language, "near");
  }

  private void golden(Language language, String name) {
    Message message =
        Room.message(
            room.handle(
                room.text(
                    Room.READER,
                    Room.READER,
                    language.code(),
                    "/quote one two three four",
                    false)));
    Golden.assertThatMatches(
        QuoteCommandTest.class, language.code() + "-quote-" + name, Golden.withoutIds(message));
  }

  @Test
  void tooFewWords_areNotLookedFor() {
    assertThat(said("/quote one two three")).contains("4 to 150 words");
    assertThat(saidInArabic("/quote one")).contains("4 كلمات", "150 كلمة");
    assertThat(said("/quote " + "word ".repeat(151))).contains("4 to 150 words");
    assertThat(lookedFor).isEmpty();
  }
}
