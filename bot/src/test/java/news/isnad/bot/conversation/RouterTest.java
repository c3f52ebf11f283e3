package news.isnad.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.Interpretation;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.Invented;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Incoming.TextMessage;
import news.isnad.bot.telegram.Membership;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.Person;
import news.isnad.question.Reading;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
  @RegisterExtension final TemporaryDatabase database = new TemporaryDatabase(Memory.MIGRATIONS);

  private Room room;

  @BeforeEach
  void open() {
    room = new Room(database.get());
  }

  private long rows(String table) {
    return database
        .get()
        .reading(
            handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }

  @Test
  void privateText_isAQuestion() {
    List<Outgoing> said = room.write(Room.READER, "  Will the port close? ");
    assertThat(room.questions).containsExactly("Will the port close?");
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().call())
        .isInstanceOfSatisfying(
            Call.SendMessage.class,
            send -> {
              assertThat(send.chatId()).isEqualTo(Room.READER);
              assertThat(send.replyTo()).isEmpty();
              assertThat(send.message().html()).contains("What \u2068مسؤول في الوزارة\u2069 said");
            });
  }

  @Test
  void sameUpdateAgain_saysTheSameAndChangesNothing() {
    TextMessage text = room.text(Room.READER, Room.READER, "en", "Will the port close?", false);
    List<Outgoing> first = room.handle(text);
    assertThat(room.handle(text)).isEqualTo(first);
    assertThat(room.questions).hasSize(1);
    assertThat(rows("sent_answer")).isEqualTo(1);
    assertThat(rows("sent_citation")).isEqualTo(4);
  }

  @Test
  void group_isSilentUnlessAddressed() {
    assertThat(room.writeInGroup(Room.READER, "Will the port close?", false)).isEmpty();
    assertThat(room.writeInGroup(Room.READER, "/weather", false)).isEmpty();
    assertThat(room.writeInGroup(Room.READER, "/weather", true)).isEmpty();
    assertThat(room.writeInGroup(Room.READER, "/ask@other_bot Will it close?", false)).isEmpty();
    assertThat(room.writeInGroup(Room.READER, "/ask@other_bot Will it close?", true)).isEmpty();
    assertThat(room.questions).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ask Will it close?",
        "/ask@isnad_bot Will it close?",
        "/ASK@Isnad_Bot Will it close?"
      })
  void groupCommand_isAnsweredAsReplyInItsTopic(String text) {
    List<Outgoing> said = room.writeInGroup(Room.READER, text, false);
    assertThat(room.questions).containsExactly("Will it close?");
    assertThat(said.getFirst().call())
        .isInstanceOfSatisfying(
            Call.SendMessage.class,
            send -> {
              assertThat(send.replyTo()).isPresent();
              assertThat(send.thread()).contains(5L);
            });
  }

  @Test
  void groupReplyToUs_isAQuestion() {
    assertThat(room.writeInGroup(Room.READER, "And the strike?", true)).hasSize(1);
    assertThat(room.questions).containsExactly("And the strike?");
  }

  @Test
  void bots_areNotHeard() {
    Person bot = new Person(50, "b", Optional.of("en"), true);
    TextMessage text = room.text(50, 50, "en", "hello there", false);
    assertThat(
            room.handle(
                new TextMessage(
                    text.updateId(),
                    bot,
                    text.chat(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    "hello there",
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    text.date())))
        .isEmpty();
  }

  @Test
  void unknownCommand_isSaidInPrivateAndWhereOurNameStands() {
    assertThat(Room.message(room.write(Room.READER, "/weather")).html()).contains("no command");
    assertThat(Room.message(room.writeInGroup(Room.READER, "/weather@isnad_bot", false)).html())
        .contains("no command");
  }

  @Test
  void commandWithoutArgument_asksForItAndTakesTheNextText() {
    assertThat(Room.message(room.write(Room.READER, "/ask")).html()).contains("What would you");
    room.open(database.reopen());
    room.write(Room.READER, "Will it close?");
    assertThat(room.questions).containsExactly("Will it close?");
    assertThat(rows("dialogue")).isZero();
  }

  @Test
  void dialogueInAGroup_opensTheReplyFieldAndIsOfOnePerson() {
    Message prompt = Room.message(room.writeInGroup(Room.READER, "/ask", false));
    assertThat(prompt.replyPrompt()).contains("Your question");
    assertThat(room.writeInGroup(Room.ADMINISTRATOR, "Something else", false)).isEmpty();
    assertThat(rows("dialogue")).isEqualTo(1);
    room.writeInGroup(Room.READER, "Will it close?", true);
    assertThat(rows("dialogue")).isZero();
  }

  @Test
  void cancel_endsADialogue() {
    room.write(Room.READER, "/ask");
    assertThat(Room.message(room.write(Room.READER, "/cancel")).html()).isEqualTo("Cancelled.");
    assertThat(Room.message(room.write(Room.READER, "/cancel")).html()).contains("nothing");
    assertThat(rows("dialogue")).isZero();
  }

  @Test
  void otherCommand_endsADialogue() {
    room.write(Room.READER, "/ask");
    room.write(Room.READER, "/latest");
    assertThat(rows("dialogue")).isZero();
  }

  @Test
  void buttons_workAfterARestart() {
    Message answer = Room.message(room.write(Room.READER, "Will it close?"));
    room.open(database.reopen());
    Message context =
        Room.message(room.press(Room.READER, Room.READER, Room.data(answer, "context")));
    assertThat(context.html()).contains("«<b>لن يُغلق ميناء المرجان هذا العام");
    Message more = Room.message(room.press(Room.READER, Room.READER, Room.data(answer, "more")));
    assertThat(more.html())
        .contains("The port handles 40% of the island's grain")
        .doesNotContain("barely begun");
  }

  @Test
  void contextOfAnEarlierEdition_saysThatItIsOne() {
    Message answer = Room.message(room.write(Room.READER, "Will it close?"));
    String data = Room.data(answer, "context");
    assertThat(Room.message(room.press(Room.READER, Room.READER, data)).html())
        .doesNotContain("earlier edition");
    Edition cited = Invented.ARABIC;
    room.articles.add(
        new Edition(
            900,
            cited.article(),
            2,
            cited.url(),
            cited.outlet(),
            cited.title(),
            cited.language(),
            cited.published(),
            cited.ingested(),
            cited.text() + " تحديث"));
    assertThat(Room.message(room.press(Room.READER, Room.READER, data)).html())
        .contains("This is from an earlier edition");
  }

  @Test
  void nearest_isNeverShownAsContext() {
    room.answer =
        new news.isnad.answer.Answer.NotFound(
            news.isnad.bot.compose.Invented.reading(Language.ENGLISH, "Why?", "why"),
            Optional.of(news.isnad.bot.compose.Invented.englishOutlet()),
            news.isnad.bot.compose.Invented.searched(2, 2),
            Duration.ZERO);
    Message answer = Room.message(room.write(Room.READER, "Why is that?"));
    String data = Room.data(answer, "nearest");
    assertThat(Room.message(room.press(Room.READER, Room.READER, data)).html())
        .startsWith("Nearest passage found. It does not answer");
    assertThat(
            Room.notice(room.press(Room.READER, Room.READER, data.replace("nearest", "context"))))
        .contains("no longer stored");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1:context:AAAAAAAAAAA",
        "1:context:' OR 1=1 --",
        "1:mute:AAAAAAAAAAA",
        "0:context:AAAAAAAAAAA",
        "rubbish",
        "1:example:xx9",
        "1:example:en7",
        "1:lang:fr",
        "1:sources:-1",
        "1:sources:99999999999"
      })
  void oldOrForgedButton_explainsItself(String data) {
    List<Outgoing> said = room.press(Room.READER, Room.READER, data);
    assertThat(said).hasSize(1);
    assertThat(Room.notice(said)).contains("older message");
  }

  @Test
  void button_belongsToItsChat() {
    Message answer = Room.message(room.write(Room.READER, "Will it close?"));
    assertThat(Room.notice(room.press(9, 9, Room.data(answer, "context"))))
        .contains("older message");
  }

  @Test
  void pressWithoutChat_isAnswered() {
    assertThat(
            Room.notice(
                room.handle(
                    new Incoming.ButtonPress(
                        5,
                        "c",
                        "1:context:AAAAAAAAAAA",
                        Room.person(Room.READER, "ar"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false))))
        .contains("رسالة قديمة");
  }

  @Test
  void articleThatIsGone_isSaid() {
    Message answer = Room.message(room.write(Room.READER, "Will it close?"));
    Room empty = new Room(database.get());
    Memory memory = new Memory(database.get(), new FewArticles());
    assertThat(
            memory
                .sentAnswers()
                .find(Room.data(answer, "context").substring(10), Room.READER)
                .orElseThrow()
                .citations())
        .isEmpty();
    assertThat(empty.memory()).isNotNull();
  }

  @Test
  void feedback_isStoredAndTheLastWordCounts() {
    Message answer = Room.message(room.write(Room.READER, "Will it close?"));
    assertThat(Room.notice(room.press(Room.READER, Room.READER, Room.data(answer, "bad"))))
        .contains("not helpful");
    assertThat(Room.notice(room.press(Room.READER, Room.READER, Room.data(answer, "good"))))
        .isEqualTo("Thank you. Noted as helpful.");
    assertThat(rows("feedback")).isEqualTo(1);
    assertThat(rows("feedback WHERE good = 1")).isEqualTo(1);
  }

  @Test
  void editedQuestion_editsTheAnswerThatWasTheLastThingSaid() {
    TextMessage text = room.text(Room.READER, Room.READER, "en", "Will it close?", false);
    room.sent.put(room.handle(text).getFirst().key(), 500L);
    List<Outgoing> said = room.handle(edit(text, "Will it open?"));
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().call())
        .isInstanceOfSatisfying(
            Call.EditMessage.class, edit -> assertThat(edit.messageId()).isEqualTo(500));
    assertThat(room.questions).containsExactly("Will it close?", "Will it open?");
  }

  @Test
  void editedQuestion_whoseAnswerIsGone_isAnsweredAnewAndMayBeEditedAgain() {
    TextMessage text = room.text(Room.READER, Room.READER, "en", "Will it close?", false);
    room.sent.put(room.handle(text).getFirst().key(), 500L);
    Incoming.EditedMessage first = edit(text, "Will it open?");
    Outgoing second = room.handle(first).getFirst();
    assertThat(((Call.EditMessage) second.call()).asNew().orElseThrow().chatId())
        .isEqualTo(Room.READER);
    room.sent.put(second.key(), 501L); // it was sent anew
    assertThat(room.handle(edit(first.message(), "Will it stay?")).getFirst().call())
        .isInstanceOfSatisfying(
            Call.EditMessage.class, edit -> assertThat(edit.messageId()).isEqualTo(501));
  }

  @Test
  void editedQuestion_isLeftWhenSomethingWasSaidAfterIt() {
    TextMessage text = room.text(Room.READER, Room.READER, "en", "Will it close?", false);
    room.sent.put(room.handle(text).getFirst().key(), 500L);
    room.write(Room.READER, "/latest");
    assertThat(room.handle(edit(text, "Will it open?"))).isEmpty();
  }

  private static Incoming.EditedMessage edit(TextMessage text, String other) {
    return new Incoming.EditedMessage(
        new TextMessage(
            text.updateId() + 500,
            text.person(),
            text.chat(),
            text.senderChat(),
            text.thread(),
            text.messageId(),
            other,
            text.replyToBot(),
            text.replyToMessage(),
            text.command(),
            text.commandFor(),
            text.date()));
  }

  @Test
  void readingButtons_answerAnewInTheSameMessage() {
    Reading asked =
        new Reading(
            "What did the port say about fees yesterday?",
            Language.ENGLISH,
            Reading.Kind.SAID_BY,
            Optional.of(new Reading.Asked("the port", Optional.empty())),
            new Reading.Hints(Optional.empty(), false, true, true, List.of(List.of("monday"))),
            List.of("fees"),
            Optional.of(Instant.parse("2026-03-14T00:00:00Z")),
            Optional.of(Instant.parse("2026-03-15T00:00:00Z")),
            Optional.empty());
    Reading other = asked.by(new Reading.Asked("the union", Optional.empty()));
    room.answer = Invented.found(asked, Invented.searched(2, 2), Invented.arabicDenial());
    room.interpretation = new Interpretation(List.of(), List.of(other), false);
    Message answer = Room.message(room.write(Room.READER, asked.question()));
    assertThat(answer.html()).contains("Understood as: words of");

    Message anyone = edited(room.press(Room.READER, Room.READER, Room.data(answer, "anyone")));
    assertThat(room.readings).containsExactly(asked.byAnyone());
    assertThat(anyone.html()).contains("Understood as: words of anyone · about");
    Message union = edited(room.press(Room.READER, Room.READER, Room.data(anyone, "second")));
    assertThat(room.readings.getLast()).isEqualTo(other);
    assertThat(union.html()).contains("words of \u2068the union\u2069");
    edited(room.press(Room.READER, Room.READER, Room.data(union, "anytime")));
    assertThat(room.readings.getLast().from()).isEmpty();
    assertThat(room.readings.getLast().hints().periodWords()).isEmpty();
    edited(room.press(Room.READER, Room.READER, Room.data(anyone, "first")));
    assertThat(room.readings.getLast()).isEqualTo(asked);

    room.write(Room.READER, "And the tolls?");
    assertThat(room.asked.getLast().previous()).contains(asked);
    assertThat(Room.notice(room.press(Room.READER, Room.GROUP, Room.data(answer, "anyone"))))
        .contains("older message");
    assertThat(
            Room.notice(
                room.press(
                    Room.READER,
                    Room.READER,
                    Room.data(answer, "anyone").replace("anyone", "third"))))
        .contains("older message");
  }

  private static Message edited(List<Outgoing> said) {
    return said.stream()
        .map(Outgoing::call)
        .filter(Call.EditMessage.class::isInstance)
        .map(call -> ((Call.EditMessage) call).message())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void why_explainsTheLastAnswerOrTheOneRepliedTo_toOperatorsOnly() {
    assertThat(Room.message(room.write(Room.OWNER, "/why")).html()).contains("no answer of mine");
    Reading first = Invented.reading(Language.ENGLISH, "Will it close?", "close");
    room.answer = Invented.found(first, Invented.searched(2, 2), Invented.arabicDenial());
    room.sent.put(room.write(Room.OWNER, "Will it close?").getFirst().key(), 501L);
    Reading second = Invented.reading(Language.ENGLISH, "And the strike?", "strike");
    room.answer = Invented.found(second, Invented.searched(2, 2), Invented.arabicDenial());
    room.sent.put(room.write(Room.OWNER, "And the strike?").getFirst().key(), 502L);

    assertThat(Room.message(room.write(Room.OWNER, "/why")).html()).contains("How this answer");
    assertThat(room.explained.getLast()).isEqualTo(second);
    room.handle(room.reply(Room.OWNER, "/why", 501));
    assertThat(room.explained.getLast()).isEqualTo(first);
    assertThat(Room.message(room.handle(room.reply(Room.OWNER, "/why", 999))).html())
        .contains("no answer of mine");
    int before = room.explained.size();
    assertThat(Room.message(room.write(Room.READER, "/why")).html()).contains("Only the operators");
    assertThat(room.explained).hasSize(before);
  }

  @Test
  void lastReading_isOfOneChat() {
    room.write(Room.READER, "Will it close?");
    room.writeInGroup(Room.READER, "/ask And the strike?", false);
    assertThat(room.asked.getLast().previous()).isEmpty();
  }

  @Test
  void lastReadings_areBounded() {
    database
        .get()
        .inTransaction(
            handle ->
                handle.execute(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"
                        + " 10050) INSERT INTO last_reading SELECT 5, i, '{}', ? + i FROM n",
                    room.clock.instant().toEpochMilli() - 60_000));
    room.write(Room.READER, "Will it close?");
    assertThat(rows("last_reading")).isEqualTo(10_001);
  }

  @Test
  void lastReading_isGivenToTheNextQuestionForHalfAnHour() {
    room.write(Room.READER, "Will it close?");
    room.write(Room.READER, "And the strike?");
    room.write(9, "Somebody else?");
    room.pass(LastReadings.KEPT);
    room.write(Room.READER, "And now?");
    assertThat(room.asked.get(0).previous()).isEmpty();
    assertThat(room.asked.get(1).previous()).contains(room.answer.reading());
    assertThat(room.asked.get(2).previous()).isEmpty();
    assertThat(room.asked.get(3).previous()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi",
        "Hello!",
        "Good morning",
        "thank you so much 🙏",
        "مرحبًا",
        "السلام عليكم",
        "شكرًا جزيلًا لك"
      })
  void politeWords_areNoQuestion(String text) {
    Message message = Room.message(room.write(Room.READER, text));
    assertThat(message.html()).startsWith(text.charAt(0) < 128 ? "I am here for" : "أنا هنا");
    assertThat(message.buttons()).hasSize(2);
    assertThat(room.questions).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Hello Kitty exhibition", "thanks to whom?", "شكر الوزير", "سلام", "morning"})
  void questionThatBeginsPolitely_isAsked(String text) {
    room.write(Room.READER, text);
    assertThat(room.questions).containsExactly(text);
  }

  @Test
  void periodOfAnAnswer_isInTheDaysOfTheChat() {
    room.zones = _ -> ZoneId.of("Asia/Riyadh");
    room.open(database.get());
    Instant midnight = Instant.parse("2026-11-30T21:00:00Z");
    room.answer =
        new Answer.NotFound(
            Invented.interpreted(
                Invented.reading(Language.ENGLISH, "What did Brandt say today?"),
                "Brandt",
                midnight,
                midnight.plus(Duration.ofDays(1)),
                "What did Brandt say?"),
            Optional.empty(),
            Invented.searched(0, 0),
            Duration.ZERO);
    String html = Room.message(room.write(Room.READER, "And today?")).html();
    assertThat(html).contains(">1 December 2026<").doesNotContain("30 November");
    assertThat(html).contains("Nothing that was published then has been collected.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"😀😀", "؟!", "\u0000\u0001PK\u0003\u0004\uFFFD\uFFFD", "…", "1:2;3,,,,,,,,,,"})
  void senselessQuestion_getsOneFriendlyLineAndTwoExamples(String text) {
    Message message = Room.message(room.write(Room.READER, text));
    assertThat(message.html()).startsWith("Please ask in words");
    assertThat(message.buttons()).hasSize(2);
    assertThat(room.questions).isEmpty();
    room.press(Room.READER, Room.READER, Room.data(message, "example"));
    assertThat(room.questions).containsExactly("What are the latest statements about the talks?");
  }

  @Test
  void hugeQuestion_getsOneFriendlyLine() {
    assertThat(Room.message(room.write(Room.READER, "word ".repeat(20_000))).html())
        .contains("that was 99,999 characters");
    assertThat(room.questions).isEmpty();
  }

  @Test
  void picture_isNotUnderstoodAndItsWordsAre() {
    assertThat(Room.message(room.handle(wordless(""))).html()).startsWith("Only words");
    room.handle(wordless("Will it close?"));
    assertThat(room.questions).containsExactly("Will it close?");
  }

  @Test
  void album_isAnsweredOnce_andInGroupsOnlyAReplyToUs() {
    for (int picture = 0; picture < 3; picture++) {
      assertThat(room.handle(wordless(Room.READER, false, Optional.of("a1"))))
          .hasSize(picture == 0 ? 1 : 0);
    }
    assertThat(room.handle(wordless(Room.GROUP, false, Optional.empty()))).isEmpty();
    assertThat(Room.message(room.handle(wordless(Room.GROUP, true, Optional.empty()))).html())
        .startsWith("Only words");
  }

  private Incoming.WordlessMessage wordless(long chat, boolean reply, Optional<String> album) {
    return new Incoming.WordlessMessage(room.text(Room.READER, chat, "en", "-", reply), album);
  }

  private Incoming.WordlessMessage wordless(String caption) {
    return new Incoming.WordlessMessage(
        room.text(Room.READER, Room.READER, "en", caption.isEmpty() ? "-" : caption, false),
        Optional.empty());
  }

  @Test
  void interfaceLanguage_followsOwnSettingThenChatThenApp() {
    assertThat(language(Room.READER, Room.READER, "ar-EG")).isEqualTo(Language.ARABIC);
    assertThat(language(Room.READER, Room.READER, "fr")).isEqualTo(Language.ENGLISH);
    room.writeInGroup(Room.ADMINISTRATOR, "/language ar", false);
    assertThat(language(Room.READER, Room.GROUP, "en")).isEqualTo(Language.ARABIC);
    room.press(Room.READER, Room.READER, "1:lang:en");
    assertThat(language(Room.READER, Room.GROUP, "ar")).isEqualTo(Language.ENGLISH);
  }

  private Language language(long person, long chat, String app) {
    return Language.detect(
        Room.message(room.handle(room.text(person, chat, app, "/latest", false)))
            .html()
            .replaceAll("\n[^$]*", "")
            .replaceAll("<[^>]*>", ""));
  }

  @Test
  void whoMayArrangeAGroup_isNotRefusedForWhatTelegramDoesNotSay() {
    room.administratorsKnown = false;
    Message message = Room.message(room.writeInGroup(Room.ADMINISTRATOR, "/language ar", false));
    assertThat(message.html()).contains("Telegram does not say just now");
    room.administratorsKnown = true;
    assertThat(Room.message(room.writeInGroup(Room.ADMINISTRATOR, "/language ar", false)).html())
        .doesNotContain("Telegram");
  }

  @Test
  void groupLanguage_isForAdministrators() {
    assertThat(Room.message(room.writeInGroup(Room.READER, "/language ar", false)).html())
        .startsWith("Only administrators");
    assertThat(Room.notice(room.press(Room.READER, Room.GROUP, "1:lang:ar")))
        .startsWith("Only administrators");
    assertThat(rows("preference")).isZero();
  }

  @Test
  void closedBot_saysSoOnceADay() {
    room = new Room(database.get(), 55L);
    assertThat(Room.message(room.write(Room.READER, "Will it close?")).html()).startsWith("Sorry");
    assertThat(room.write(Room.READER, "Hello? Is it?")).isEmpty();
    assertThat(Room.notice(room.press(Room.READER, Room.READER, "1:lang:ar"))).startsWith("Sorry");
    room.pass(Duration.ofDays(1));
    assertThat(room.write(Room.READER, "Will it close?")).hasSize(1);
    assertThat(room.questions).isEmpty();
    room.write(55, "Will it close?");
    room.write(Room.OWNER, "Will it close?");
    assertThat(room.questions).hasSize(2);
  }

  @Test
  void group_isGreetedOnceWhenWeAreAdded() {
    List<Outgoing> said = room.handle(joined(1, Membership.LEFT, Membership.MEMBER));
    assertThat(Room.message(said).html()).contains("/ask").contains("reply").contains("/subscribe");
    assertThat(room.handle(joined(2, Membership.MEMBER, Membership.ADMINISTRATOR))).isEmpty();
    assertThat(room.handle(joined(3, Membership.MEMBER, Membership.KICKED))).isEmpty();
  }

  private static Incoming.MembershipChange joined(long id, Membership before, Membership after) {
    return new Incoming.MembershipChange(
        id, Room.chat(Room.GROUP), Room.person(Room.READER, "en"), before, after);
  }

  @Test
  void migratedGroup_keepsItsMemory() {
    room.writeInGroup(Room.ADMINISTRATOR, "/language ar", false);
    Message answer = Room.message(room.writeInGroup(Room.READER, "/ask Will it close?", false));
    room.memory().migrated(Room.GROUP, -200);
    assertThat(Room.notice(room.press(Room.READER, -200, Room.data(answer, "good"))))
        .contains("شكرًا");
    room.memory().migrated(Room.GROUP, -200);
  }

  @Test
  void apology_goesToWhoeverAddressedUs() {
    Router router = room.router();
    assertThat(router.apology(room.text(Room.READER, Room.READER, "ar", "x", false)))
        .singleElement()
        .isInstanceOfSatisfying(
            Call.SendMessage.class, send -> assertThat(send.message().html()).startsWith("عذرًا"));
    assertThat(router.apology(room.text(Room.READER, Room.GROUP, "en", "x", false))).isEmpty();
    assertThat(router.apology(room.text(Room.READER, Room.GROUP, "en", "/ask x", false)))
        .singleElement()
        .isInstanceOfSatisfying(
            Call.SendMessage.class, send -> assertThat(send.replyTo()).isPresent());
    assertThat(router.apology(wordless(""))).hasSize(1);
    assertThat(router.apology(joined(1, Membership.LEFT, Membership.MEMBER))).isEmpty();
  }

  @Test
  void everyCommand_inBothLanguages() {
    for (String app : List.of("en", "ar")) {
      for (String command : List.of("start", "help", "ask", "latest", "language", "cancel")) {
        Golden.assertThatMatches(
            RouterTest.class,
            app + "-" + command,
            Room.message(
                room.handle(room.text(Room.READER, Room.READER, app, "/" + command, false))));
      }
      Golden.assertThatMatches(
          RouterTest.class,
          app + "-help-group",
          Room.message(room.handle(room.text(Room.READER, Room.GROUP, app, "/help", false))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<b>x</b>", "\u202Ex\u2066", "a&b\"'<", "{0} '{'", "\uD83D", "x\u0000y\u001B"})
  void hostileArgument_breaksNoCommand(String hostile) {
    for (Command command : room.commands()) {
      for (String text : List.of(hostile, hostile.repeat(100_000 / hostile.length()))) {
        for (String app : List.of("en", "ar")) {
          room.handle(
              room.text(Room.READER, Room.READER, app, "/" + command.name() + " " + text, false));
          room.write(Room.READER, text);
        }
      }
      for (String button : command.buttons()) {
        room.press(Room.READER, Room.READER, "1:" + button + ":" + hostile);
      }
    }
  }

  @Test
  void menus_areRegisteredInBothLanguagesForEveryScope() {
    List<Call> calls =
        BotCommands.calls(room.commands(), java.util.Map.of(Room.OWNER, Audience.OWNERS));
    assertThat(calls.stream().filter(Call.SetMyCommands.class::isInstance)).hasSize(8);
    assertThat(calls.stream().filter(Call.SetMyName.class::isInstance)).hasSize(2);
    assertThat(calls.stream().filter(Call.SetMyDescription.class::isInstance)).hasSize(2);
    assertThat(calls.stream().filter(Call.SetMyShortDescription.class::isInstance)).hasSize(2);
    // Names may have to wait for hours.
    assertThat(calls.indexOf(new Call.ShowCommandsMenu())).isEqualTo(8);
    assertThat(calls)
        .filteredOn(Call.SetMyCommands.class::isInstance)
        .allSatisfy(call -> assertThat(((Call.SetMyCommands) call).commands()).isNotEmpty());
  }

  @Test
  void quotationInTheOtherLanguage_isTranslatedByAButton_ifAServiceIsNamed() {
    assertThat(Room.message(room.write(Room.READER, "Will the port close?")).buttons())
        .flatExtracting(row -> row)
        .extracting(Button::text)
        .doesNotContain("Translate");

    room.translations = new Invents();
    room.open(database.get());
    Message answer = Room.message(room.write(Room.READER, "Will the port close?"));
    String data = Room.data(answer, "translate");
    Message translation = Room.message(room.press(Room.READER, Room.READER, data));
    assertThat(translation.html())
        .startsWith("Automatic translation. These are not the words that were printed:")
        .contains("&amp; the pier</i>", "Translated from Arabic");
    // It stands in what is said, and nowhere among what is cited.
    assertThat(tablesWith("& the pier")).containsExactly("turn");
    assertThat(Room.notice(room.press(Room.OWNER, Room.OWNER, data))).contains("older message");

    room.translations = new Fails();
    room.open(database.get());
    assertThat(Room.notice(room.press(Room.READER, Room.READER, data)))
        .contains("No translation can be had at the moment");
  }

  private List<String> tablesWith(String words) {
    return database
        .get()
        .reading(
            handle ->
                handle
                    .createQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE"
                            + " 'sqlite_%'")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .filter(
                        table ->
                            handle
                                .createQuery("SELECT * FROM " + table)
                                .mapToMap()
                                .list()
                                .toString()
                                .replace("&amp;", "&")
                                .contains(words))
                    .toList());
  }

  private static class Invents implements Translations {
    @Override
    public boolean isOn() {
      return true;
    }

    @Override
    public Outcome translate(String words, Language from, Language to) {
      return new Translated("The port <b> & the pier");
    }
  }

  private static final class Fails extends Invents {
    @Override
    public Outcome translate(String words, Language from, Language to) {
      return new Failed();
    }
  }
}
