package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.bot.access.Access;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Failure;
import news.isnad.bot.telegram.FakeTelegram.Shown;
import news.isnad.bot.telegram.HttpTelegramApi;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T09:00:00Z"));
  private final FakeTelegram telegram = new FakeTelegram(clock, 0);
  private final HttpTelegramApi api = telegram.api();
  private AlertWorld world;
  private Room room;

  @BeforeEach
  void open() {
    world = new AlertWorld(folder, clock, api, Runnable::run);
    room = new Room(world.database);
    room.open(
        world.database,
        AlertCommands.all(
            world.parts,
            new Access(
                java.util.Set.of(),
                java.util.Set.of(Room.OWNER),
                (person, group) -> person == Room.ADMINISTRATOR,
                news.isnad.bot.access.Roles.NONE)));
    telegram.addPrivateChat(Room.READER, "R");
    telegram.addForum(Room.GROUP, "G", 5);
  }

  @AfterEach
  void close() {
    world.close();
    api.close();
    telegram.close();
  }

  private List<Shown> messages(long chat) {
    return telegram.messages(chat).stream().filter(Shown::ours).toList();
  }

  private List<String> run(Duration time) {
    world.run(clock, time);
    return telegram.said(Room.READER);
  }

  private void strike(String outlet, String more) {
    world.arrive(
        1,
        outlet,
        "Dock strike begins",
        "The dock strike began on Monday. \"We will stay out,\" said Maya Ferrant. " + more);
  }

  private Alert alert() {
    return world.store.in(Room.READER, Instant.EPOCH, 10).getFirst();
  }

  @Test
  void story_isToldOnceAndFurtherOutletsAreCountedInTheMessage() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    assertThat(run(SOON)).singleElement().asString().contains("Dock strike begins");
    for (String outlet : List.of("Harbour Post", "Coast Daily", "Port News", "Quay Times")) {
      strike(outlet, "");
      world.run(clock, Duration.ofSeconds(5));
    }
    assertThat(run(Duration.ofMinutes(5))).singleElement().asString().contains("+4 outlets");
    assertThat(telegram.transcript("editMessageText")).hasSizeBetween(1, 2);
  }

  @Test
  void sameStep_doneAgain_changesNothing() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    strike("Harbour Post", "");
    run(Duration.ofMinutes(2));
    int calls = telegram.transcript().size();
    world.database.inTransaction(
        handle -> handle.execute("UPDATE cursor SET position = 0 WHERE name = 'alerts'"));
    run(Duration.ofMinutes(30));
    assertThat(telegram.transcript()).hasSize(calls);
  }

  @Test
  void denial_isToldInReplyToTheAlert() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    run(SOON);
    world.arrive(
        1,
        "Harbour Post",
        "Company on dock strike",
        "The dock strike went on. \"Reports of a dock strike are false,\" said Otto Brandel.");
    run(Duration.ofMinutes(11));
    List<Shown> told = messages(Room.READER);
    assertThat(told).hasSize(2);
    assertThat(told.get(1).text()).startsWith("Denial: ").contains("Otto Brandel");
    assertThat(told.get(1).replyTo()).contains(told.getFirst().id());
  }

  @Test
  void newVoice_isToldOnce() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    run(SOON);
    strike("Coast Daily", "\"The strike was expected,\" said Lena Orvik.");
    strike("Quay Times", "\"The strike was expected,\" said Lena Orvik.");
    assertThat(run(Duration.ofMinutes(30)))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("New voice: ")
        .contains("The strike was expected");
  }

  @Test
  void manyNewVoices_areAllTold() {
    List<String> voices =
        List.of(
            "Lena Orvik", "Bo Lindt", "Cy Parr", "Ed Toll", "Flo Reed", "Gus Hart", "Hal Boone");
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    run(SOON);
    for (int i = 0; i < voices.size(); i++) {
      strike(
          "Paper " + i,
          "\"Point " + i + " of the strike was never agreed,\" said " + voices.get(i) + ".");
    }

    List<String> told = run(Duration.ofHours(1));

    for (String voice : voices) {
      assertThat(told).filteredOn(text -> text.contains(voice)).as(voice).hasSize(1);
    }
    assertThat(told).hasSizeLessThan(6);
  }

  @Test
  void storyOfTwoTopics_isToldOnceInAChat_andOnceInEachForumTopic() {
    world.subscribe(Room.READER, "dock strike");
    world.subscribe(Room.READER, "Maya Ferrant");
    world.subscribe(Room.GROUP, "dock strike");
    world.subscribe(
        Room.GROUP, Optional.of(5L), "dock strike", Language.ENGLISH, new Schedule.AtOnce());
    strike("Island Ledger", "");
    assertThat(run(SOON)).hasSize(1);
    world.arrive(
        1,
        "Harbour Post",
        "Company on dock strike",
        "The dock strike went on. \"Reports of a dock strike are false,\" said Otto Brandel of Maya"
            + " Ferrant.");

    assertThat(run(Duration.ofMinutes(30))).hasSize(2).last().asString().startsWith("Denial: ");
    assertThat(telegram.said(Room.GROUP))
        .filteredOn(t -> t.contains("Dock strike begins"))
        .hasSize(2);
  }

  @Test
  void storyOfTwoTopics_isToldAsEarlyAsTheSoonerWants() {
    world.subscribe(
        Room.READER, Optional.empty(), "dock strike", Language.ENGLISH, new Schedule.Hourly());
    world.subscribe(Room.READER, "Maya Ferrant");
    strike("Island Ledger", "");

    assertThat(run(SOON)).singleElement().asString().contains("Dock strike begins");
    assertThat(run(Duration.ofHours(3))).hasSize(1);
  }

  @Test
  void storyOfATopicThatHasEnded_goesOnWithTheOther() {
    Subscription ended = world.subscribe(Room.READER, "dock strike");
    world.subscribe(Room.READER, "Ferrant");
    strike("Island Ledger", "");
    run(SOON);
    world.change(world.subscriptions.end(ended.id(), clock.instant()));
    strike("Coast Daily", "\"The strike was expected,\" said Lena Orvik.");

    assertThat(run(Duration.ofMinutes(30))).hasSize(2).last().asString().startsWith("New voice: ");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void storyThatWaits_isToldToTheOtherTopic_whereTheOneThatBeganItEndsOrRests(boolean ends) {
    world.subscribe(
        Room.READER, Optional.empty(), "dock strike", Language.ENGLISH, new Schedule.Hourly());
    world.subscribe(
        Room.READER, Optional.empty(), "Ferrant", Language.ENGLISH, new Schedule.Hourly());
    strike("Island Ledger", "");
    assertThat(run(SOON)).isEmpty();
    String first = alert().subscription();
    world.change(
        ends ? world.subscriptions.end(first, clock.instant()) : world.subscriptions.pause(first));

    assertThat(run(Duration.ofHours(2))).singleElement().asString().contains("Dock strike begins");
    assertThat(alert().subscription()).isNotEqualTo(first);
  }

  @Test
  void storyThatWaits_isDropped_whereNoTopicWantsItAnyMore() {
    Subscription first =
        world.subscribe(
            Room.READER, Optional.empty(), "dock strike", Language.ENGLISH, new Schedule.Hourly());
    Subscription other =
        world.subscribe(
            Room.READER, Optional.empty(), "Ferrant", Language.ENGLISH, new Schedule.Hourly());
    strike("Island Ledger", "");
    run(SOON);
    world.change(world.subscriptions.end(first.id(), clock.instant()));
    world.change(world.subscriptions.pause(other.id()));

    assertThat(run(Duration.ofHours(2))).isEmpty();
  }

  @Test
  void changedNumber_isTold() {
    world.subscribe(Room.READER, "quay collapse");
    world.arrive(
        2, "Island Ledger", "Quay collapse", "Twelve people were killed in a quay collapse.");
    run(SOON);
    world.arrive(2, "Coast Daily", "Quay collapse", "Twelve people died in the quay collapse.");
    assertThat(run(Duration.ofMinutes(20))).hasSize(1);
    world.arrive(2, "Quay Times", "Quay collapse", "A quay collapse killed 15 people on Monday.");
    assertThat(run(Duration.ofMinutes(20)))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("New number: ")
        .contains("killed 15 people");
  }

  @Test
  void correction_repliesAtOnceAndChangesTheAlert() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    run(SOON);
    strike("Island Ledger", "An earlier version of this article gave another day.");
    run(Duration.ofMinutes(2));
    List<Shown> told = messages(Room.READER);
    assertThat(told).hasSize(2);
    assertThat(told.get(0).text()).startsWith("Corrected since: ");
    assertThat(told.get(1).text()).startsWith("Correction by ").contains("gave another day");
    assertThat(told.get(1).replyTo()).contains(told.getFirst().id());
  }

  @Test
  void quotationThatIsTakenOut_isSaid() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    run(SOON);
    world.arrive(1, "Island Ledger", "Dock strike begins", "The dock strike began on Monday.");
    assertThat(run(Duration.ofMinutes(2)))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("The words quoted above no longer stand");
  }

  @Test
  void quietHours_endInOneMessage() {
    world.subscribe(Room.READER, "island");
    world.change(
        world.schedules.set(
            Room.READER,
            world
                .schedules
                .of(Room.READER)
                .withQuiet(
                    Optional.of(new ChatSchedule.Quiet(LocalTime.of(8, 0), LocalTime.of(12, 0))))));
    for (int story = 0; story < 4; story++) {
      world.arrive(story, "Ledger", "Story " + story, "News of the island, part " + story + ".");
    }
    assertThat(run(Duration.ofMinutes(170))).isEmpty();
    assertThat(run(Duration.ofMinutes(20)))
        .singleElement()
        .asString()
        .startsWith("What you have not been told yet: 4 stories")
        .contains("Story 0", "Story 3");
  }

  @Test
  void digest_comesAtItsTimes_inTheChatsZone() {
    world.subscribe(
        Room.READER,
        Optional.empty(),
        "island",
        Language.ENGLISH,
        Schedule.read("at 13:00").orElseThrow());
    world.change(
        world.schedules.set(
            Room.READER,
            world.schedules.of(Room.READER).withZone(java.time.ZoneId.of("Asia/Riyadh"))));
    world.arrive(1, "Ledger", "Story 1", "News of the island.");
    world.arrive(2, "Ledger", "Story 2", "More of the island.");
    assertThat(run(Duration.ofMinutes(59))).isEmpty();
    assertThat(run(Duration.ofMinutes(2)))
        .singleElement()
        .asString()
        .startsWith("Digest: 2 stories");
  }

  @Test
  void digest_countsStoriesAndNotWhatIsNewAboutThem() {
    world.subscribe(
        Room.READER, Optional.empty(), "strike", Language.ENGLISH, new Schedule.Hourly());
    strike("Island Ledger", "");
    run(SOON);
    strike("Coast Daily", "\"The strike was expected,\" said Lena Orvik.");
    strike("Quay Times", "\"The strike must end,\" said Bo Lindt.");

    assertThat(run(Duration.ofHours(2)))
        .singleElement()
        .asString()
        .startsWith("Digest: 1 story since")
        .contains("Lena Orvik", "Bo Lindt");
  }

  @Test
  void dailyNumber_leavesTheRestToADigest() {
    world.subscribe(Room.READER, "island");
    world.change(world.schedules.set(Room.READER, world.schedules.of(Room.READER).withMost(2)));
    for (int story = 0; story < 5; story++) {
      world.arrive(story, "Ledger", "Story " + story, "News of the island, part " + story + ".");
      world.run(clock, Duration.ofMinutes(10));
    }
    assertThat(run(SOON)).hasSize(2);
    assertThat(run(Duration.ofHours(9))).hasSize(3).last().asString().startsWith("Digest: 3");
  }

  @Test
  void flood_isFoldedAndNothingOfItIsLost() {
    world.subscribe(Room.GROUP, "island");
    for (int story = 100; story < 160; story++) {
      world.arrive(story, "Ledger", "Story " + story, "News of the island, part " + story + ".");
    }
    world.run(clock, Duration.ofMinutes(10));
    List<String> told = telegram.said(Room.GROUP);
    assertThat(told.size()).isLessThan(12);
    for (int story = 100; story < 160; story++) {
      String title = "Story " + story;
      assertThat(told).filteredOn(text -> text.contains(title)).as(title).hasSize(1);
    }
  }

  @Test
  void digests_comeEachHour_eachDay_orAtChosenTimes() {
    List<Long> chats = List.of(21L, 22L, 23L);
    List<String> schedules = List.of("hourly", "daily 18:00", "at 12:30,20:00");
    for (int i = 0; i < chats.size(); i++) {
      telegram.addPrivateChat(chats.get(i), "x");
      world.subscribe(
          chats.get(i),
          Optional.empty(),
          "island",
          Language.ENGLISH,
          Schedule.read(schedules.get(i)).orElseThrow());
    }
    for (int story = 1; story <= 4; story++) {
      world.arrive(story, "Ledger", "Story " + story, "News of the island, no. " + story);
      run(story == 2 ? Duration.ofHours(4) : Duration.ofMinutes(10));
    }
    run(Duration.ofHours(12));
    for (long chat : chats) {
      String all = String.join("\n", telegram.said(chat));
      assertThat(all).contains("Story 1", "Story 2", "Story 3", "Story 4");
    }
    assertThat(telegram.said(21)).hasSize(2);
    assertThat(telegram.said(22)).singleElement().asString().startsWith("Digest: 4 stories");
    assertThat(telegram.said(23)).hasSize(2);
  }

  @Test
  void backlogOfHoursInWhichNothingRan_isOneMessage() {
    world.subscribe(Room.READER, "island");
    for (int story = 0; story < 15; story++) {
      world.arrive(story, "Ledger", "Story " + story, "News of the island, no. " + story);
      clock.advance(Duration.ofMinutes(10));
    }
    clock.advance(Duration.ofHours(5));
    world.close();
    world = new AlertWorld(folder, clock, api, Runnable::run);
    assertThat(run(Duration.ofMinutes(5)))
        .singleElement()
        .asString()
        .startsWith("What you have not been told yet: 15 stories");
  }

  @Test
  void backlogOfANewSource_isOneMessage() {
    world.subscribe(Room.READER, "island");
    for (int story = 0; story < 15; story++) {
      ArticleDraft draft =
          world.draft(story, "New Outlet", "Story " + story, "News of the island, no. " + story);
      world.articles.store(
          new ArticleDraft(
              draft.givenId(),
              draft.url(),
              draft.guid(),
              draft.outlet(),
              draft.title(),
              draft.language(),
              Optional.of(clock.instant().minus(Duration.ofDays(2))),
              draft.text()));
    }
    assertThat(run(Duration.ofMinutes(5)))
        .singleElement()
        .asString()
        .startsWith("What you have not been told yet: 15 stories");
  }

  @Test
  void closedChat_isToldInOneMessageWhenItOpens() {
    world.subscribe(Room.READER, "island");
    telegram.close(Room.READER, 403, "Forbidden: bot was blocked by the user");
    for (int story = 0; story < 6; story++) {
      world.arrive(story, "Ledger", "Story " + story, "News of the island, part " + story + ".");
      world.run(clock, Duration.ofMinutes(5));
    }
    assertThat(run(SOON)).isEmpty();
    telegram.open(Room.READER);
    world.outbox.resume(Room.READER);
    List<String> told = run(Duration.ofMinutes(5));
    assertThat(told).hasSize(2);
    assertThat(told.get(1)).startsWith("What you have not been told yet: 5 stories");
  }

  @Test
  void migratedGroupWithoutItsTopic_isToldInGeneral() {
    world.subscribe(
        Room.GROUP, Optional.of(5L), "dock strike", Language.ENGLISH, new Schedule.AtOnce());
    telegram.migrate(Room.GROUP, -1_000_000_000_200L);
    strike("Island Ledger", "");
    world.run(clock, SOON);
    assertThat(telegram.said(-1_000_000_000_200L)).hasSize(2).last().asString().startsWith("New: ");
    strike("Coast Daily", "");
    world.run(clock, Duration.ofMinutes(3));
    assertThat(telegram.said(-1_000_000_000_200L))
        .hasSize(2)
        .last()
        .asString()
        .contains("+1 outlet");
  }

  @Test
  void deletedTopic_isSaidInGeneralWhereItsAlertsGo() {
    world.subscribe(
        Room.GROUP, Optional.of(5L), "dock strike", Language.ENGLISH, new Schedule.AtOnce());
    telegram.deleteThread(Room.GROUP, 5);
    strike("Island Ledger", "");
    world.run(clock, SOON);
    assertThat(telegram.said(Room.GROUP))
        .hasSize(2)
        .anyMatch(text -> text.startsWith("New: "))
        .anyMatch(text -> text.startsWith("A forum topic"));
    assertThat(messages(Room.GROUP)).allMatch(message -> message.thread().isEmpty());
  }

  @Test
  void closedTopic_getsItsAlertsAgainWhenItIsOpen_andIsSaidEachTimeItIsLost() {
    world.subscribe(
        Room.GROUP, Optional.of(5L), "dock strike", Language.ENGLISH, new Schedule.AtOnce());
    for (int time = 1; time <= 2; time++) {
      telegram.enqueueFailure(
          "sendMessage", new Failure.Error(400, "Bad Request: TOPIC_CLOSED", Map.of()));
      world.arrive(time, "Island Ledger", "Dock strike " + time, "The dock strike began.");
      world.run(clock, Duration.ofMinutes(2));
      assertThat(world.subscriptions.in(Room.GROUP).getFirst().thread()).isEmpty();
      assertThat(telegram.said(Room.GROUP))
          .filteredOn(text -> text.startsWith("A forum topic"))
          .hasSize(time);
      world.outbox.topicMet(Room.GROUP, 5, Optional.of("Desk"), true);
      world.run(clock, Duration.ofMinutes(2));
      assertThat(world.subscriptions.in(Room.GROUP).getFirst().thread()).contains(5L);
    }
    assertThat(messages(Room.GROUP))
        .filteredOn(message -> message.text().startsWith("This topic is open again"))
        .hasSize(2)
        .allMatch(message -> message.thread().equals(Optional.of(5L)));
  }

  @Test
  void messageThatArrivesInAClosedTopic_restoresIt() {
    world.subscribe(
        Room.GROUP, Optional.of(5L), "dock strike", Language.ENGLISH, new Schedule.AtOnce());
    world.subscriptions.topicLost(Room.GROUP, 5);
    world.outbox.enqueue(
        Outgoing.answer(
            "said",
            new Call.SendMessage(
                Room.GROUP,
                Optional.of(5L),
                Optional.empty(),
                world.composer.notice(Language.ENGLISH, "alerts.none"))));
    world.run(clock, SOON);
    assertThat(world.subscriptions.in(Room.GROUP).getFirst().thread()).contains(5L);
  }

  @Test
  void lostRights_areSaidOnceForEachTimeThatWeCouldWrite() {
    world.subscribe(Room.GROUP, "island");
    telegram.addPrivateChat(Room.OWNER, "O");
    for (int lost = 1; lost <= 2; lost++) {
      for (int attempt = 0; attempt < 3; attempt++) {
        world.outbox.suspend(Room.GROUP, Reason.NO_RIGHTS);
        world.run(clock, Duration.ofMinutes(1));
        world.outbox.resume(Room.GROUP);
      }
      assertThat(telegram.said(Room.OWNER)).hasSize(lost);
      world.arrive(lost, "Ledger", "Story " + lost, "News of the island.");
      world.run(clock, Duration.ofMinutes(3));
    }
  }

  @Test
  void lostAnswer_repeatsTheMessageAndGoesOn() {
    world.subscribe(Room.READER, "dock strike");
    telegram.enqueueFailure("sendMessage", new Failure.DropAfter());
    strike("Island Ledger", "");
    assertThat(run(SOON)).hasSize(2);
    strike("Coast Daily", "");
    assertThat(run(Duration.ofMinutes(3)).get(1)).contains("+1 outlet");
  }

  @Test
  void endedSubscription_isToldNothingOfWhatWaits() {
    Subscription subscription =
        world.subscribe(
            Room.READER, Optional.empty(), "island", Language.ENGLISH, new Schedule.Hourly());
    world.arrive(1, "Ledger", "Story 1", "News of the island.");
    run(SOON);
    world.change(world.subscriptions.end(subscription.id(), clock.instant()));
    assertThat(run(Duration.ofHours(2))).isEmpty();
  }

  // Buttons.

  @Test
  void onIt_isShownToAllAndCanBeTakenBack() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    run(SOON);
    String id = alert().id();
    assertThat(Room.notice(room.press(Room.READER, Room.READER, "1:onit:" + id)))
        .startsWith("Everybody here sees");
    assertThat(run(SOON)).singleElement().asString().contains("On it: ");
    room.press(Room.READER, Room.READER, "1:offit:" + id);
    assertThat(run(SOON)).singleElement().asString().doesNotContain("On it");
  }

  @Test
  void groupAlert_isTakenOnByAnybodyAndMutedByAdministratorsOnly() {
    world.subscribe(Room.GROUP, "dock strike");
    strike("Island Ledger", "");
    world.run(clock, SOON);
    String id = world.store.in(Room.GROUP, Instant.EPOCH, 1).getFirst().id();
    assertThat(Room.notice(room.press(Room.READER, Room.GROUP, "1:mute:" + id)))
        .startsWith("Only administrators");
    assertThat(Room.notice(room.press(Room.READER, Room.GROUP, "1:onit:" + id)))
        .startsWith("Everybody");
    assertThat(Room.notice(room.press(9, Room.GROUP, "1:onit:" + id))).startsWith("Already on it");
    assertThat(Room.notice(room.press(9, Room.GROUP, "1:offit:" + id))).startsWith("Only ");
    assertThat(Room.notice(room.press(Room.ADMINISTRATOR, Room.GROUP, "1:offit:" + id)))
        .startsWith("Taken back");
    assertThat(Room.notice(room.press(Room.ADMINISTRATOR, Room.GROUP, "1:mute:" + id)))
        .startsWith("Muted");
  }

  @Test
  void forgedAndForgottenButtons_explainThemselves() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    run(SOON);
    for (String button : AlertButtons.BUTTONS) {
      assertThat(Room.notice(room.press(9, 9, "1:" + button + ":" + alert().id())))
          .startsWith("This alert is too old");
      assertThat(Room.notice(room.press(9, 9, "1:" + button + ":" + "x".repeat(50))))
          .startsWith("This alert is too old");
    }
  }

  @Test
  void mutedStory_isToldNothingMoreOf_untilItIsUnmuted() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    run(SOON);
    room.press(Room.READER, Room.READER, "1:mute:" + alert().id());
    strike("Coast Daily", "\"The strike was expected,\" said Lena Orvik.");
    assertThat(run(Duration.ofMinutes(30))).singleElement().asString().contains("Muted: ");
    room.press(Room.READER, Room.READER, "1:unmute:" + alert().id());
    strike("Quay Times", "\"The strike was overdue,\" said Bo Tarn.");
    assertThat(run(Duration.ofMinutes(30))).hasSize(2);
  }

  @Test
  void mutedOutlet_alertsNobodyAlone() {
    world.subscribe(Room.READER, "island");
    world.arrive(1, "Ledger", "Story 1", "News of the island.");
    run(SOON);
    room.press(Room.READER, Room.READER, "1:deaf:" + alert().id());
    world.arrive(2, "Ledger", "Story 2", "More of the island.");
    assertThat(run(SOON)).hasSize(1);
    world.arrive(2, "Coast Daily", "Story 2", "More of the island.");
    assertThat(run(SOON)).hasSize(2);
  }

  @Test
  void snooze_holdsTheTopicAndIsTakenBack() {
    world.subscribe(Room.READER, "island");
    world.arrive(1, "Ledger", "Story 1", "News of the island.");
    run(SOON);
    room.press(Room.READER, Room.READER, "1:snooze:" + alert().id());
    room.clock.set(clock.instant());
    world.arrive(2, "Ledger", "Story 2", "More of the island.");
    world.arrive(3, "Ledger", "Story 3", "Yet more of the island.");
    assertThat(run(Duration.ofMinutes(100))).hasSize(1);
    assertThat(run(Duration.ofMinutes(100))).hasSize(2);
    world.arrive(4, "Ledger", "Story 4", "Still more of the island.");
    assertThat(run(SOON)).hasSize(3);
  }

  @Test
  void snooze_holdsWhatAlreadyWaits_andWakingLeavesItToItsDigest() {
    world.subscribe(Room.READER, "island");
    world.arrive(1, "Ledger", "Story 1", "News of the island.");
    run(SOON);
    Subscription one = world.subscriptions.in(Room.READER).getFirst();
    world.change(
        world.schedules.set(one.id(), Room.READER, Schedule.read("at 10:00,11:00").orElseThrow()));
    world.arrive(2, "Ledger", "Story 2", "More of the island.");
    world.arrive(3, "Ledger", "Story 3", "Yet more of the island.");
    run(Duration.ofMinutes(5));
    room.clock.set(clock.instant());
    room.press(Room.READER, Room.READER, "1:snooze:" + alert().id());
    assertThat(run(Duration.ofMinutes(85))).hasSize(1);
    room.clock.set(clock.instant());
    room.press(Room.READER, Room.READER, "1:wake:" + alert().id());
    assertThat(run(Duration.ofMinutes(25))).hasSize(1);
    assertThat(run(Duration.ofMinutes(10))).hasSize(2).last().asString().startsWith("Digest: 2");
  }

  @Test
  void quietHours_thatAreSetLater_holdWhatAlreadyWaits() {
    world.subscribe(
        Room.READER, Optional.empty(), "island", Language.ENGLISH, new Schedule.Hourly());
    world.arrive(1, "Ledger", "Story 1", "News of the island.");
    world.arrive(2, "Ledger", "Story 2", "More of the island.");
    run(Duration.ofMinutes(30));
    world.change(
        world.schedules.set(
            Room.READER,
            world
                .schedules
                .of(Room.READER)
                .withQuiet(
                    Optional.of(
                        new ChatSchedule.Quiet(LocalTime.of(9, 45), LocalTime.of(12, 0))))));
    assertThat(run(Duration.ofMinutes(149))).isEmpty();
    assertThat(run(Duration.ofMinutes(2))).singleElement().asString().startsWith("Digest: 2");
  }

  @Test
  void mutedOutlet_hasNoNewVoice_butItsCorrectionIsTold() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    strike("Coast Daily", "");
    run(SOON);
    world.change(world.schedules.mute(Room.READER, "Coast Daily", true));
    strike("Coast Daily", "\"The strike was expected,\" said Lena Orvik.");
    assertThat(run(Duration.ofMinutes(30))).hasSize(1);
    strike("Coast Daily", "An earlier version of this article gave another day.");
    assertThat(run(Duration.ofMinutes(30)))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("Correction by ");
  }

  @Test
  void context_showsWhatStandsAroundTheQuotation() {
    world.subscribe(Room.READER, "dock strike");
    strike("Island Ledger", "");
    run(SOON);
    Message context = Room.message(room.press(Room.READER, Room.READER, "1:actx:" + alert().id()));
    assertThat(context.html()).startsWith("Context").contains("Said by");
  }

  @Test
  void lostRights_suspendTheGroupAndRestoreIt() {
    world.subscribe(Room.GROUP, "island");
    world.subscribe(Room.GROUP, "dock strike");
    telegram.addPrivateChat(Room.OWNER, "O");
    world.outbox.suspend(Room.GROUP, Reason.NO_RIGHTS);
    world.arrive(1, "Ledger", "Story 1", "News of the island.");
    world.arrive(2, "Ledger", "Story 2", "More of the island.");
    world.run(clock, Duration.ofMinutes(30));
    assertThat(telegram.said(Room.GROUP)).isEmpty();
    assertThat(telegram.said(Room.OWNER))
        .singleElement()
        .asString()
        .startsWith("I am no longer allowed to write")
        .contains("island")
        .contains("and one topic more");
    world.outbox.resume(Room.GROUP);
    world.run(clock, Duration.ofMinutes(3));
    assertThat(telegram.said(Room.GROUP)).hasSize(1);
  }

  // Commands.

  @Test
  void schedule_isSetInWordsOfBothLanguages() {
    for (String words :
        List.of("quiet 23:00-07:00", "zone Riyadh", "cap 20", "silent on", "at 7:30, 19")) {
      Room.message(room.write(Room.READER, "/schedule " + words));
    }
    ChatSchedule english = world.schedules.of(Room.READER);
    assertThat(english.zone().getId()).isEqualTo("Asia/Riyadh");
    assertThat(english.usual().text()).isEqualTo("at 07:30,19:00");
    for (String words :
        List.of("هدوء 23:00-07:00", "توقيت الرياض", "حد ٢٠", "صامت نعم", "عند 7:30 19")) {
      Room.message(room.handle(room.text(9, 9, "ar", "/schedule " + words, false)));
    }
    assertThat(world.schedules.of(9)).isEqualTo(english);
    assertThat(Room.message(room.write(Room.READER, "/schedule next blue moon")).html())
        .startsWith("I did not understand");
  }

  @Test
  void schedule_isShownAndSetByButtons() {
    for (String language : List.of("en", "ar")) {
      long person = language.equals("en") ? Room.READER : 9;
      Message menu =
          Room.message(room.handle(room.text(person, person, language, "/schedule", false)));
      Golden.assertThatMatches(AlertsTest.class, language + "-schedule", menu);
    }
    room.press(Room.READER, Room.READER, "1:when:daily");
    room.press(Room.READER, Room.READER, "1:when:quiet");
    assertThat(world.schedules.of(Room.READER).usual().text()).isEqualTo("at 08:00");
    assertThat(world.schedules.of(Room.READER).quiet()).isPresent();
    assertThat(Room.notice(room.press(Room.READER, Room.READER, "1:when:never")))
        .contains("older message");
    Subscription one = world.subscribe(Room.READER, "island");
    room.press(Room.READER, Room.READER, "1:whenof:" + one.id() + ".hourly");
    assertThat(world.subscriptions.in(Room.READER).getFirst().schedule()).isEqualTo("hourly");
    assertThat(Room.notice(room.press(9, 9, "1:whenof:" + one.id() + ".now")))
        .contains("older message");
  }

  @Test
  void brief_hasALineAStoryQuotationsFirst() {
    world.subscribe(Room.READER, "dock strike");
    world.subscribe(Room.READER, "island");
    assertThat(Room.message(room.write(Room.READER, "/brief 8h")).html()).startsWith("Nothing new");
    strike("Island Ledger", "");
    strike("Coast Daily", "");
    world.arrive(2, "Coast Daily", "Grain comes", "Grain came to the island.");
    run(Duration.ofMinutes(2));
    room.clock.set(clock.instant());
    for (String language : List.of("en", "ar")) {
      Message brief =
          Room.message(
              room.handle(room.text(Room.READER, Room.READER, language, "/brief 8", false)));
      Golden.assertThatMatches(AlertsTest.class, language + "-brief", brief);
    }
    assertThat(Room.message(room.write(Room.READER, "/brief yesterday")).html())
        .startsWith("Please give a number of hours");
  }
}
