package news.isnad.bot.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.Invented;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.AskCommand;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.InlineResult;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InlineModeTest {
  private static final String QUESTION = "Will the port close?";

  @RegisterExtension final TemporaryDatabase database = new TemporaryDatabase(Memory.MIGRATIONS);

  private List<Printed> printed = List.of();
  private boolean typedOn;
  private boolean pinned;
  private long mentions = 9_000;
  private int looked;

  private Room room(Long... allowed) {
    Room room = new Room(database.get(), allowed);
    room.inline =
        new InlineMode(
            (words, person, now) -> {
              looked++;
              return new AskCommand.Passing(room.answer, pinned);
            },
            room.memory()::countPassing,
            _ -> printed,
            (person, update) -> typedOn,
            allowed.length == 0,
            room.composer);
    return room;
  }

  private static String words(Language language, String key) {
    return Messages.in(language).text(key);
  }

  private static String button(Call.AnswerInline answer) {
    return answer.button().map(Call.StartButton::text).orElse("");
  }

  @Test
  void question_offersItsQuotationsWithSpeakerOutletAndLink() {
    Call.AnswerInline offered = room().type(Room.READER, "en", QUESTION);
    assertThat(offered.results()).hasSize(4);
    assertThat(offered.cached()).isEqualTo(Duration.ofSeconds(60));
    assertThat(offered.personal()).isFalse();
    assertThat(offered.button()).isEmpty();
    InlineResult second = offered.results().get(1);
    assertThat(second.title()).contains("The Harbour Post");
    assertThat(second.message().html())
        .contains("<blockquote>")
        .contains("Speaker: ")
        .contains("<a href=\"")
        .doesNotContain(QUESTION);
    assertThat(
            room()
                .type(Room.READER, "ar", "هل يُغلق الميناء؟")
                .results()
                .getFirst()
                .message()
                .html())
        .contains("المصدر: ");
  }

  @Test
  void printedWords_goFirstAndStandOnce() {
    Room room = room();
    printed =
        List.of(
            new Printed(Invented.englishMixed(), List.of(), List.of()),
            new Printed(Invented.englishOutlet(), List.of(), List.of("other")));
    List<InlineResult> offered =
        room.type(Room.READER, "en", "one two three four five six seven").results();
    assertThat(offered).hasSize(4);
    assertThat(offered.getFirst())
        .isEqualTo(room.composer.shared(Invented.englishMixed(), Language.ENGLISH));
  }

  @Test
  void nothingFound_offersNothingAndLeadsToThePrivateChat() {
    Room room = room();
    room.answer =
        new Answer.NotFound(
            Invented.reading(Language.ENGLISH, QUESTION, "port"),
            Optional.of(Invented.englishMixed()),
            Invented.searched(2, 2),
            Duration.ZERO);
    Call.AnswerInline offered = room.type(Room.READER, "ar", QUESTION);
    assertThat(offered.results()).isEmpty();
    assertThat(offered.personal()).isTrue();
    assertThat(button(offered)).isEqualTo(words(Language.ARABIC, "inline.none"));
    assertThat(offered.button().orElseThrow().startParameter()).isEqualTo("inline");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void quotation_looksSoInAnotherChat(Language language) {
    Room room = room();
    Call.AnswerInline offered =
        room.type(
            Room.READER,
            "en",
            language == Language.ARABIC ? "هل يغلق الميناء هذا العام؟" : QUESTION);
    for (int at = 0; at < 2; at++) {
      InlineResult result = offered.results().get(at);
      Golden.assertThatMatches(
          InlineModeTest.class,
          language.code() + "-inline-" + at,
          result.title() + "\n" + result.description() + "\n\n" + Golden.written(result.message()));
    }
  }

  @Test
  void furtherResults_areNone_sinceAllAreOfferedAtOnce() {
    Incoming.InlineQuery further =
        new Incoming.InlineQuery(
            900, "q", Room.person(Room.READER, "en"), "will the port close", true);
    Call.AnswerInline answer = (Call.AnswerInline) room().handle(further).getFirst().call();

    assertThat(answer.results()).isEmpty();
    assertThat(answer.button()).isEmpty();
  }

  @Test
  void fewLetters_areNotLookedFor() {
    Room room = room();
    for (String words : List.of("", "  ", "ab", "?? !!")) {
      assertThat(button(room.type(Room.READER, "en", words)))
          .isEqualTo(words(Language.ENGLISH, "inline.type"));
    }
    assertThat(looked).isZero();
  }

  @Test
  void typedOn_isNotLookedFor() {
    Room room = room();
    typedOn = true;
    Call.AnswerInline offered = room.type(Room.READER, "en", QUESTION);
    assertThat(offered.results()).isEmpty();
    assertThat(offered.cached()).isZero();
    assertThat(looked).isZero();
  }

  @Test
  void onePerson_isLookedForThirtyTimesAMinute() {
    Room room = room();
    for (int i = 0; i < InlineMode.MOST_A_MINUTE / 2; i++) {
      // The room handles each twice.
      assertThat(room.type(Room.READER, "en", QUESTION).results()).isNotEmpty();
    }
    assertThat(button(room.type(Room.READER, "en", QUESTION)))
        .isEqualTo(words(Language.ENGLISH, "inline.slow"));
    assertThat(room.type(Room.ADMINISTRATOR, "en", QUESTION).results()).isNotEmpty();
    room.pass(Duration.ofMinutes(1));
    assertThat(room.type(Room.READER, "en", QUESTION).results()).isNotEmpty();
  }

  @Test
  void closedBot_offersNothingToStrangersAndIsPersonalToOthers() {
    Room room = room(Room.READER);
    Call.AnswerInline stranger = room.type(77, "en", QUESTION);
    assertThat(stranger.results()).isEmpty();
    assertThat(button(stranger)).isEqualTo(words(Language.ENGLISH, "inline.closed"));
    assertThat(looked).isZero();
    Call.AnswerInline reader = room.type(Room.READER, "en", QUESTION);
    assertThat(reader.results()).isNotEmpty();
    assertThat(reader.personal()).isTrue();
  }

  @Test
  void pinnedPassage_isLabelled_inItsPlaceOnly() {
    Room room = room();
    pinned = true;

    List<InlineResult> offered = room.type(Room.READER, "en", QUESTION).results();

    assertThat(offered.getFirst().message().html()).startsWith("<i>Pinned by the editors");
    assertThat(offered).hasSize(4);
    assertThat(offered.subList(1, 4))
        .allSatisfy(each -> assertThat(each.message().html()).doesNotContain("Pinned"));
  }

  @Test
  void questions_areCountedOnce_typedOnOnesAsTheLast() {
    Room room = room();
    room.type(Room.READER, "en", "Will the");
    room.answer =
        new Answer.NotFound(
            Invented.reading(Language.ENGLISH, QUESTION + " Really?", "port"),
            Optional.empty(),
            Invented.searched(2, 2),
            Duration.ZERO);
    room.pass(Duration.ofSeconds(2));
    room.type(Room.READER, "en", QUESTION);

    assertThat(room.memory().questions(Instant.EPOCH))
        .singleElement()
        .satisfies(question -> assertThat(question.found()).isFalse());
    room.pass(Duration.ofMinutes(2));
    room.type(Room.READER, "en", QUESTION);
    assertThat(room.memory().questions(Instant.EPOCH)).hasSize(2);
  }

  @Test
  void mention_isAnsweredOnceWithTheFirstQuotation() {
    Room room = room();

    InlineResult answer = mention(room, Room.READER, QUESTION);
    assertThat(answer.message().html())
        .contains("<blockquote", "Speaker: ")
        .doesNotContain("port?");
    assertThat(mention(room, Room.READER, "").title())
        .isEqualTo(words(Language.ENGLISH, "inline.type"));
    room.answer =
        new Answer.NotFound(
            Invented.reading(Language.ENGLISH, QUESTION, "port"),
            Optional.empty(),
            Invented.searched(2, 2),
            Duration.ZERO);
    assertThat(mention(room, Room.READER, "هل يُغلق الميناء؟").title())
        .isEqualTo(words(Language.ARABIC, "guest.none"));
  }

  @Test
  void mentionByAStranger_ofAClosedBot_isRefused() {
    assertThat(mention(room(Room.READER), 77, QUESTION).title())
        .isEqualTo(words(Language.ENGLISH, "inline.closed"));
    assertThat(looked).isZero();
  }

  private InlineResult mention(Room room, long person, String words) {
    List<Outgoing> said =
        room.handle(
            new Incoming.GuestMessage(
                ++mentions, "g" + mentions, Room.person(person, "en"), words));
    assertThat(said).hasSize(1);
    return ((Call.AnswerGuest) said.getFirst().call()).result();
  }
}
