package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.Invented;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.CallJson;
import news.isnad.bot.telegram.Message;
import news.isnad.question.Reading;
import news.isnad.speaker.Speech;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingQuestionsTest {
  private static final Reading READING =
      Invented.reading(Language.ENGLISH, "Will the port close?", "port");

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(
          "news/isnad/article/migrations",
          "news/isnad/bot/migrations",
          Memory.MIGRATIONS,
          Subscriptions.MIGRATIONS);

  private final Topics topics = Subscribing.topics();
  private Room room;
  private Subscriptions subscriptions;
  private StandingQuestions questions;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    subscriptions = new Subscriptions(database.get(), room.articles);
    Memory memory = new Memory(database.get(), room.articles);
    room.open(
        database.get(),
        SubscriptionCommands.all(
            Subscribing.parts(room, database.get(), topics, _ -> List.of(), 2)));
    questions =
        new StandingQuestions(
            new StandingQuestions.Parts(
                database.get(),
                room.articles,
                subscriptions,
                topics,
                room,
                memory,
                room.composer,
                new Outbox(database.get(), room.clock, new ChatListener() {}),
                room.clock));
    room.answer =
        new Answer.NotFound(READING, Optional.empty(), Invented.searched(2, 2), Duration.ZERO);
  }

  @AfterEach
  void close() {
    topics.close();
  }

  private Message asked() {
    return Room.message(room.write(Room.READER, "Will the port close?"));
  }

  private void stored(long sequence, String text) {
    room.articles.add(
        Invented.edition(
            sequence, "Island Ledger", "News", Language.ENGLISH, Optional.of(Invented.NOON), text));
  }

  /** The answer is found in the edition of this sequence. */
  private void answered(long sequence) {
    Edition edition = room.articles.edition(sequence).orElseThrow();
    room.answer =
        Invented.found(
            READING,
            Invented.searched(3, 2),
            new Citation(
                edition,
                new Span(0, edition.text().length()),
                Speech.NONE,
                Optional.empty(),
                List.of(),
                1));
  }

  private List<Message> told() {
    while (questions.step()) {}
    return database
        .get()
        .reading(
            handle ->
                handle
                    .createQuery("SELECT content FROM outbox ORDER BY sequence")
                    .mapTo(String.class)
                    .map(text -> ((Call.SendMessage) CallJson.read(text)).message())
                    .list());
  }

  @Test
  void questionWithoutAnswer_isToldWhenItIsAnswered_andEnds() {
    Message said = asked();
    var begun = room.press(Room.READER, Room.READER, Room.data(said, "await"));
    assertThat(Room.message(begun).html()).contains("Will the port close?");
    assertThat(told()).isEmpty();
    int before = room.readings.size();
    stored(20, "It rained.");
    assertThat(told()).isEmpty();
    assertThat(room.readings).as("nothing to do with it").hasSize(before);
    stored(21, "The port stays open.");
    assertThat(told()).isEmpty();
    assertThat(room.readings).as("asked again").hasSize(before + 1);
    stored(22, "The port will close on Sunday.");
    answered(22);
    assertThat(told()).hasSize(1);
    Golden.assertThatMatches(
        StandingQuestionsTest.class, "en-answered", Golden.withoutIds(told().getFirst()));
    stored(23, "The port closed.");
    assertThat(told()).hasSize(1);
    assertThat(subscriptions.in(Room.READER)).isEmpty();
  }

  @Test
  void answerFromWhatWasStoredBefore_isNone() {
    stored(20, "The port will close on Sunday.");
    room.press(Room.READER, Room.READER, Room.data(asked(), "await"));
    answered(20);
    stored(21, "The port again.");
    assertThat(told()).isEmpty();
  }

  @Test
  void buttonsUnderTheAnswer_work() {
    room.press(Room.READER, Room.READER, Room.data(asked(), "await"));
    stored(22, "The port will close on Sunday.");
    answered(22);
    Message answer = told().getFirst();
    assertThat(
            Room.message(room.press(Room.READER, Room.READER, Room.data(answer, "context"))).html())
        .contains("The port will close");
  }

  @Test
  void questionThatCannotBeAsked_isAskedAgainLater_andHoldsNothingUp() {
    room.press(Room.READER, Room.READER, Room.data(asked(), "await"));
    stored(22, "The port will close on Sunday.");
    answered(22);
    room.broken = true;
    assertThat(told()).isEmpty();
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(told()).isEmpty();
    room.broken = false;
    assertThat(told()).isEmpty();
    room.clock.advance(Duration.ofMinutes(11));
    assertThat(told()).hasSize(1);
    room.clock.advance(Duration.ofHours(11));
    assertThat(told()).hasSize(1);
  }

  private void fail(long sequence) {
    stored(sequence, "The port will close on Sunday.");
    answered(sequence);
    room.broken = true;
    assertThat(told()).isEmpty();
    assertThat(new SetAside(database.get()).isEmpty()).isFalse();
  }

  @Test
  void questionThatIsEnded_isNotTriedAgain_andLeavesNothing() {
    room.press(Room.READER, Room.READER, Room.data(asked(), "await"));
    fail(22);
    Message list = Room.message(room.write(Room.READER, "/alerts"));
    Message entry =
        ((Call.EditMessage)
                room.press(Room.READER, Room.READER, Room.data(list, "aone")).get(1).call())
            .message();
    room.press(Room.READER, Room.READER, Room.data(entry, "aend"));
    assertThat(new SetAside(database.get()).isEmpty()).isTrue();
    room.broken = false;
    room.clock.advance(Duration.ofHours(2));
    assertThat(told()).isEmpty();
  }

  @Test
  void questionWhoseReadingIsLost_isNotTriedForEver() {
    room.press(Room.READER, Room.READER, Room.data(asked(), "await"));
    fail(22);
    database.get().inTransaction(handle -> handle.execute("DELETE FROM standing_question"));
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(questions.step()).isTrue();
    assertThat(questions.step()).isFalse();
    assertThat(new SetAside(database.get()).isEmpty()).isTrue();
  }

  @Test
  void questionOfWhoeverIsForgotten_leavesNothing() {
    room.press(Room.READER, Room.READER, Room.data(asked(), "await"));
    fail(22);
    database
        .get()
        .inTransaction(
            handle -> {
              new PersonalTopics().forget(handle, Room.READER);
              return handle;
            });
    assertThat(new SetAside(database.get()).isEmpty()).isTrue();
  }

  @Test
  void restart_forgetsNoQuestion() {
    room.press(Room.READER, Room.READER, Room.data(asked(), "await"));
    assertThat(told()).isEmpty();
    database.reopen();
    room = new Room(database.get());
    open();
    stored(22, "The port will close on Sunday.");
    answered(22);
    assertThat(told()).hasSize(1);
  }

  @Test
  void question_waitsOnce_asManyAsThereMayBe_andCanBeEnded() {
    Message said = asked();
    room.press(Room.READER, Room.READER, Room.data(said, "await"));
    assertThat(Room.notice(room.press(Room.READER, Room.READER, Room.data(said, "await"))))
        .contains("already");
    assertThat(Room.notice(room.press(9, 9, Room.data(said, "await")))).contains("older message");
    Message list = Room.message(room.write(Room.READER, "/alerts"));
    Message entry =
        ((Call.EditMessage)
                room.press(Room.READER, Room.READER, Room.data(list, "aone")).get(1).call())
            .message();
    assertThat(entry.html()).startsWith("Waiting for an answer");
    room.press(Room.READER, Room.READER, Room.data(entry, "aend"));
    assertThat(subscriptions.standingQuestions()).isEmpty();
  }
}
