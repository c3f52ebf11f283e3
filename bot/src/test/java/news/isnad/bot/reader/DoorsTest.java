package news.isnad.bot.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Incoming;
import news.isnad.config.Settings;
import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DoorsTest {
  private static final int EACH = 5;
  private static final int ALL = 12;

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(Conversation.MIGRATIONS.toArray(String[]::new));

  private Room room;
  private Doors doors;
  private long updates = 1;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    doors =
        new Doors(
            room.router(),
            room.memory().preferences(),
            Set.of(Room.OWNER),
            room.composer,
            new Settings.Limits(EACH, ALL),
            room.clock);
  }

  private Incoming text(long person, String language) {
    return room.text(person, person, language, "Will the port close?", false);
  }

  private Incoming press(long person) {
    return new Incoming.ButtonPress(
        updates++,
        "c" + updates,
        "1:more:x",
        Room.person(person, "ar"),
        Optional.of(Room.chat(person)),
        Optional.empty(),
        Optional.of(77L),
        true);
  }

  private Incoming query(long person) {
    return new Incoming.InlineQuery(updates++, "q", Room.person(person, "en"), "the port", false);
  }

  /** What is said to each of so many updates that were put off; what was let in has no place. */
  private List<List<Outgoing>> putOff(int count, java.util.function.Supplier<Incoming> updates) {
    List<List<Outgoing>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      doors.instead(updates.get()).ifPresent(all::add);
    }
    return all;
  }

  @Test
  void aboveTheLimit_thereIsOneNoticeInTheAskersLanguage() {
    List<List<Outgoing>> said = putOff(100, () -> text(2, "ar"));

    assertThat(said).hasSize(100 - EACH);
    assertThat(said.stream().flatMap(List::stream)).hasSize(1);
    Call.SendMessage notice = (Call.SendMessage) said.getFirst().getFirst().call();
    assertThat(notice.chatId()).isEqualTo(2);
    assertThat(notice.message().html()).contains("هذا أكثر مما أستطيع الرد عليه في دقيقة");
    assertThat(doors.putOff()).isEqualTo(100 - EACH);
  }

  @Test
  void afterAMinute_itGoesOn_andIsToldAgainAfterTen() {
    putOff(EACH + 3, () -> text(2, "en"));
    room.pass(Duration.ofMinutes(1));
    assertThat(putOff(EACH, () -> text(2, "en"))).isEmpty();
    assertThat(putOff(3, () -> text(2, "en")).stream().flatMap(List::stream)).isEmpty();
    room.pass(Doors.TOLD_FOR);
    assertThat(putOff(EACH + 3, () -> text(2, "en")).stream().flatMap(List::stream)).hasSize(1);
  }

  @Test
  void othersAreServed_untilAllTogetherAreTooMany() {
    putOff(EACH + 50, () -> text(2, "en"));

    assertThat(doors.instead(text(4, "en"))).isEmpty();
    assertThat(putOff(EACH, () -> text(5, "en"))).isEmpty();
    Optional<List<Outgoing>> said = Optional.empty();
    for (long person = 10; said.isEmpty(); person++) {
      said = doors.instead(text(person, "en"));
      assertThat(person).isLessThan(10 + ALL);
    }
    Call.SendMessage notice = (Call.SendMessage) said.get().getFirst().call();
    assertThat(notice.message().html()).contains("Very many people");
  }

  @Test
  void whatWaitedThroughAnOutage_isAnswered() {
    List<Incoming> waited = new ArrayList<>();
    for (int i = 0; i < 2 * EACH; i++) {
      waited.add(text(2, "en"));
      room.pass(Duration.ofSeconds(30));
    }
    room.pass(Duration.ofHours(3));

    assertThat(waited).allMatch(each -> doors.instead(each).isEmpty());
    assertThat(putOff(EACH + 2, () -> text(2, "en"))).hasSize(2);
  }

  @Test
  void aFloodThatWaited_isStillOne_withOneNotice() {
    List<Incoming> waited = new ArrayList<>();
    for (int i = 0; i < 10 * EACH; i++) {
      waited.add(text(2, "en"));
      waited.add(new Incoming.EditedMessage((Incoming.TextMessage) text(3, "en")));
      room.pass(Duration.ofSeconds(i % 5 == 0 ? 20 : 0));
    }
    room.pass(Duration.ofHours(3));

    List<List<Outgoing>> said = new ArrayList<>();
    waited.forEach(each -> doors.instead(each).ifPresent(said::add));

    assertThat(said.size()).isGreaterThan(10 * EACH);
    assertThat(said.stream().flatMap(List::stream)).hasSize(2);
  }

  @Test
  void datesThatAreToCome_gainNothing() {
    Incoming.TextMessage plain = (Incoming.TextMessage) text(2, "en");
    for (int i = 0; i < EACH; i++) {
      assertThat(doors.instead(dated(plain, room.clock.instant().plus(Duration.ofHours(i)))))
          .isEmpty();
    }
    assertThat(doors.instead(dated(plain, room.clock.instant().plus(Duration.ofDays(1)))))
        .isPresent();
  }

  private static Incoming dated(Incoming.TextMessage plain, Instant date) {
    return new Incoming.TextMessage(
        plain.updateId(),
        plain.person(),
        plain.chat(),
        plain.senderChat(),
        plain.thread(),
        plain.messageId(),
        plain.text(),
        plain.replyToBot(),
        plain.replyToMessage(),
        plain.command(),
        plain.commandFor(),
        date);
  }

  @Test
  void owners_areNotLimitedAsPersons() {
    assertThat(putOff(ALL, () -> text(Room.OWNER, "en"))).isEmpty();
    assertThat(putOff(1, () -> text(Room.OWNER, "en"))).hasSize(1);
  }

  @Test
  void presses_areToldOnTheButton() {
    List<List<Outgoing>> said = putOff(EACH + 9, () -> press(2));

    assertThat(said.stream().flatMap(List::stream)).hasSize(1);
    Call.AnswerCallback notice = (Call.AnswerCallback) said.getFirst().getFirst().call();
    assertThat(notice.text().orElse("")).contains("هذا أكثر مما أستطيع");
  }

  @Test
  void inlineQueries_areToldInPlaceOfQuotations() {
    List<List<Outgoing>> said = putOff(EACH + 9, () -> query(2));

    assertThat(said.stream().flatMap(List::stream)).hasSize(1);
    Call.AnswerInline notice = (Call.AnswerInline) said.getFirst().getFirst().call();
    assertThat(notice.button().orElseThrow().text()).contains("Too fast");
  }

  @Test
  void everyKindOfUpdate_countsForTheSamePerson() {
    for (int i = 0; i < 2; i++) {
      assertThat(doors.instead(text(2, "en"))).isEmpty();
      assertThat(doors.instead(press(2))).isEmpty();
    }
    assertThat(doors.instead(query(2))).isEmpty();
    assertThat(doors.instead(query(2))).isPresent();
  }

  @Test
  void whatAGroupTalksAbout_doesNotCount() {
    for (int i = 0; i < 100; i++) {
      assertThat(doors.instead(room.text(2, Room.GROUP, "en", "just talking", false))).isEmpty();
    }
    assertThat(doors.putOff()).isZero();
    assertThat(putOff(EACH, () -> room.text(2, Room.GROUP, "en", "/ask x", false))).isEmpty();
  }

  @Test
  void whatWasHandledBeforeACrash_isStillSaid() {
    Incoming handled = text(2, "en");
    List<Outgoing> said = doors.handle(handled);
    putOff(EACH + 1, () -> text(2, "en"));

    assertThat(doors.instead(handled)).isEmpty();
    assertThat(doors.handle(handled)).hasSameSizeAs(said);
  }
}
