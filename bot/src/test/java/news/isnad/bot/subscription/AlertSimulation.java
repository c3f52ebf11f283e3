package news.isnad.bot.subscription;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Exchange;
import news.isnad.bot.telegram.FakeTelegram.Failure;
import news.isnad.bot.telegram.HttpTelegramApi;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;

/**
 * A day of news for many chats, on a clock that is set, over a Telegram that fails all the time:
 * what was expected to be told is counted against what arrived, and every call against the pace.
 */
final class AlertSimulation {
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Duration NEVER_LONGER = Duration.ofHours(60);
  private static final Pattern STORY = Pattern.compile("Story (\\d+)\\b");
  private static final Pattern TOPIC =
      Pattern.compile(
          "(?:Matched your words “|طابق كلماتك «|On your words “|عن كلماتك «)\u2068(.*?)\u2069");

  /** How much of everything. */
  record Size(int chats, int subscriptions, int sources, int items, Duration day, int words) {
    static final Size WHOLE = new Size(200, 2_000, 30, 20_000, Duration.ofHours(24), 120);

    /** The same for as much as the build has time for. */
    static final Size SHARE = new Size(20, 120, 10, 500, Duration.ofHours(3), 60);
  }

  /** What came of it. Times in milliseconds. */
  record Result(
      int expected,
      int arrived,
      int missing,
      int unexpected,
      int repeated,
      int repeatedWithoutReason,
      int calls,
      int took,
      int failed,
      int lostAnswers,
      int lostSends,
      int alertMessages,
      int digestMessages,
      int edits,
      int beforeRetryAfter,
      int fasterThanASecond,
      int fasterThanAMinute,
      int fasterOverall,
      int longestQueue,
      String problems) {}

  private record Planned(Instant time, int story, int source) {}

  private final Size size;
  private final SplittableRandom random;
  private final SettableClock clock = new SettableClock(START);
  private final List<String> vocabulary = new ArrayList<>();
  private final List<List<String>> stories = new ArrayList<>();
  private final Map<String, Long> chatOf = new HashMap<>();

  /** The chat and forum topic of a topic. */
  private final Map<String, String> deskOf = new HashMap<>();

  private final Map<Long, Long> moved = new HashMap<>();

  AlertSimulation(Size size, long seed) {
    this.size = size;
    this.random = new SplittableRandom(seed);
    while (vocabulary.size() < size.words()) {
      String word = syllable() + syllable() + "ok";
      if (!vocabulary.contains(word)) {
        vocabulary.add(word);
      }
    }
  }

  private String syllable() {
    String consonants = "bdfgklmnprtvz";
    String vowels = "aou";
    return ""
        + consonants.charAt(random.nextInt(consonants.length()))
        + vowels.charAt(random.nextInt(vowels.length()))
        + consonants.charAt(random.nextInt(consonants.length()));
  }

  private List<String> words(int count) {
    Set<String> words = new HashSet<>();
    while (words.size() < count) {
      words.add(vocabulary.get(random.nextInt(vocabulary.size())));
    }
    return List.copyOf(words);
  }

  /** Three of ten calls fail; the answer is lost where what was asked for has been done. */
  private Optional<Failure> failure() {
    double chance = random.nextDouble();
    if (chance >= .30) {
      return Optional.empty();
    }
    Failure failure =
        chance < .12
            ? FakeTelegram.Failure.tooFast(random.nextInt(1, 30))
            : chance < .21
                ? FakeTelegram.Failure.error(500, "Internal Server Error")
                : chance < .297 ? new Failure.DropBefore() : new Failure.DropAfter();
    return Optional.of(failure);
  }

  private long chat(int number) {
    return number % 2 == 0 ? 1_000 + number : -(1_000_000_001_000L + number);
  }

  Result run(Path folder) {
    try (FakeTelegram telegram = new FakeTelegram(clock, 0);
        HttpTelegramApi api = telegram.api();
        AlertWorld world = new AlertWorld(folder, clock, api, Runnable::run)) {
      telegram.limited(true);
      telegram.noise(false);
      telegram.failing(_ -> failure());
      List<Subscription> subscriptions = populate(telegram, world);
      Map<String, Set<Integer>> expected = day(telegram, world, subscriptions);
      return count(telegram.transcript(), expected);
    }
  }

  private List<Subscription> populate(FakeTelegram telegram, AlertWorld world) {
    for (int i = 0; i < size.chats(); i++) {
      long chat = chat(i);
      if (chat > 0) {
        telegram.addPrivateChat(chat, "P");
      } else if (i % 5 == 1) {
        telegram.addForum(chat, "F", 5, 6);
      } else {
        telegram.addGroup(chat, "G");
      }
      world.change(world.schedules.set(chat, schedule(i)));
    }
    List<Subscription> subscriptions = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; subscriptions.size() < size.subscriptions(); i++) {
      int number = i % size.chats();
      long chat = chat(number);
      String words = String.join(" ", words(i % 100 == 99 ? 1 : 2));
      if (taken.add(chat + " " + words)) {
        Subscription subscription =
            world.subscribe(
                chat,
                number % 5 == 1 && chat < 0 ? Optional.of(5L + i % 2) : Optional.empty(),
                words,
                number % 3 == 0 ? Language.ARABIC : Language.ENGLISH,
                new Schedule.AtOnce());
        subscriptions.add(subscription);
        chatOf.put(subscription.id(), chat);
      }
    }
    return subscriptions;
  }

  private static ChatSchedule schedule(int number) {
    ChatSchedule usual = ChatSchedule.usual(ZoneId.of(number % 4 == 0 ? "Asia/Riyadh" : "Z"));
    return switch (number % 10) {
      case 1 -> usual.withUsual(new Schedule.Hourly());
      case 2 -> usual.withUsual(Schedule.read("at 08:00,18:00").orElseThrow());
      case 3, 4 ->
          usual.withQuiet(
              Optional.of(new ChatSchedule.Quiet(LocalTime.of(23, 0), LocalTime.of(7, 0))));
      case 5 -> usual.withMost(20);
      default -> usual;
    };
  }

  private List<Planned> plan() {
    List<Planned> plan = new ArrayList<>();
    long day = size.day().toMillis();
    while (plan.size() < size.items()) {
      int story = stories.size();
      stories.add(words(5));
      boolean burst = random.nextInt(10) == 0;
      long begin =
          burst ? day / 3 * random.nextInt(3) + random.nextLong(600_000) : random.nextLong(day);
      Set<Integer> sources = new HashSet<>();
      int outlets = 1 + random.nextInt(5);
      while (sources.size() < outlets && plan.size() < size.items()) {
        int source = random.nextInt(size.sources());
        if (sources.add(source)) {
          plan.add(
              new Planned(
                  START.plusMillis(Math.min(day, begin + random.nextLong(3_600_000))),
                  story,
                  source));
        }
      }
    }
    plan.sort(java.util.Comparator.comparing(Planned::time));
    return plan;
  }

  private record Event(Instant time, Runnable what) {}

  private Map<String, Set<Integer>> day(
      FakeTelegram telegram, AlertWorld world, List<Subscription> subscriptions) {
    PriorityQueue<Event> events = new PriorityQueue<>(java.util.Comparator.comparing(Event::time));
    List<Planned> plan = plan();
    plan.forEach(item -> events.add(new Event(item.time(), () -> arrive(item, world))));
    trouble(telegram, world, events);
    Instant end = START.plus(NEVER_LONGER);
    while (clock.instant().isBefore(end)) {
      while (!events.isEmpty() && !events.element().time().isAfter(clock.instant())) {
        events.remove().what().run();
      }
      Instant next = world.turn();
      if (!events.isEmpty() && events.element().time().isBefore(next)) {
        next = events.element().time();
      }
      if (events.isEmpty() && next.equals(Instant.MAX)) {
        break;
      }
      Instant soonest = clock.instant().plusMillis(50);
      clock.set(next.isAfter(soonest) ? next.isAfter(end) ? end : next : soonest);
    }
    Set<Integer> told = new HashSet<>();
    plan.forEach(item -> told.add(item.story()));
    return expected(subscriptions, told);
  }

  private void arrive(Planned item, AlertWorld world) {
    List<String> words = stories.get(item.story());
    String outlet = "Outlet " + item.source();
    world.arrive(
        item.story(),
        outlet,
        "Story " + item.story() + " of " + outlet + ": " + words.getFirst(),
        "This happened with "
            + String.join(" and ", words)
            + " on the island. \"We saw "
            + words.get(1)
            + " ourselves,\" said Mira Daltok of "
            + outlet
            + ".");
  }

  /** Chats that close for hours, groups that migrate, forum topics that are deleted. */
  private void trouble(FakeTelegram telegram, AlertWorld world, PriorityQueue<Event> events) {
    Duration day = size.day();
    for (int i = 0; i < size.chats(); i += 20) {
      long person = chat(i);
      Instant closed = START.plus(day.dividedBy(4));
      events.add(
          new Event(
              closed,
              () -> {
                telegram.close(person, 403, "Forbidden: bot was blocked by the user");
                world.outbox.suspend(person, Reason.BLOCKED);
              }));
      events.add(
          new Event(
              closed.plus(day.dividedBy(4)),
              () -> {
                telegram.open(person);
                world.outbox.resume(person);
              }));
      long group = chat(i + 7);
      long supergroup = group - 500_000;
      moved.put(supergroup, group);
      events.add(
          new Event(START.plus(day.dividedBy(3)), () -> telegram.migrate(group, supergroup)));
      if ((i + 11) % 5 == 1 && chat(i + 11) < 0) {
        long forum = chat(i + 11);
        events.add(new Event(START.plus(day.dividedBy(2)), () -> telegram.deleteThread(forum, 5)));
      }
    }
  }

  private Map<String, Set<Integer>> expected(List<Subscription> subscriptions, Set<Integer> told) {
    Map<String, Set<Integer>> expected = new LinkedHashMap<>();
    for (Subscription subscription : subscriptions) {
      List<String> words = List.of(subscription.words().split(" ", -1));
      Set<Integer> matching = new HashSet<>();
      for (int story : told) {
        if (stories.get(story).containsAll(words)) {
          matching.add(story);
        }
      }
      String topic = chatOf.get(subscription.id()) + " " + subscription.words();
      expected.put(topic, matching);
      deskOf.put(topic, chatOf.get(subscription.id()) + " " + subscription.thread());
    }
    return expected;
  }

  /** The topics of each chat and forum topic: there a story is told once, whichever match it. */
  private Collection<Set<String>> desks(Set<String> topics) {
    Map<String, Set<String>> desks = new LinkedHashMap<>();
    for (String topic : topics) {
      desks
          .computeIfAbsent(deskOf.getOrDefault(topic, topic), _ -> new LinkedHashSet<>())
          .add(topic);
    }
    return desks.values();
  }

  // Counting.

  private Result count(List<Exchange> transcript, Map<String, Set<Integer>> expected) {
    Map<String, Map<Integer, List<Exchange>>> arrived = new HashMap<>();
    int alerts = 0;
    int digests = 0;
    int edits = 0;
    int failed = 0;
    int lost = 0;
    int lostSends = 0;
    int took = 0;
    for (Exchange each : transcript) {
      failed += each.status() == 200 && !each.lost() ? 0 : 1;
      lost += each.lost() && each.status() == 200 ? 1 : 0;
      if (each.status() != 200) {
        continue;
      }
      took++;
      lostSends += each.lost() && each.method().equals("sendMessage") ? 1 : 0;
      if (each.method().equals("editMessageText")) {
        edits++;
        continue;
      }
      String text = each.body().path("text").asText();
      boolean single = text.contains("Matched your words") || text.contains("طابق كلماتك");
      alerts += single ? 1 : 0;
      digests += single ? 0 : 1;
      take(each, text, arrived);
    }
    int missing = 0;
    int unexpected = 0;
    int repeated = 0;
    int reasonless = 0;
    int total = 0;
    int there = 0;
    List<String> problems = new ArrayList<>();
    for (Set<String> desk : desks(expected.keySet())) {
      Map<Integer, List<Exchange>> got = new TreeMap<>();
      Set<Integer> wanted = new HashSet<>();
      for (String topic : desk) {
        Set<Integer> matching = expected.getOrDefault(topic, Set.of());
        wanted.addAll(matching);
        for (Map.Entry<Integer, List<Exchange>> story :
            arrived.getOrDefault(topic, Map.of()).entrySet()) {
          got.computeIfAbsent(story.getKey(), _ -> new ArrayList<>()).addAll(story.getValue());
          if (!matching.contains(story.getKey())) {
            unexpected++;
            problems.add("unexpected: " + topic + " story " + story.getKey());
          }
        }
      }
      total += wanted.size();
      for (int story : wanted) {
        List<Exchange> messages = got.getOrDefault(story, List.of());
        there += messages.isEmpty() ? 0 : 1;
        missing += messages.isEmpty() ? 1 : 0;
        if (messages.isEmpty()) {
          problems.add("missing: " + desk + " story " + story);
        }
        for (int i = 1; i < messages.size(); i++) {
          repeated++;
          Exchange before = messages.get(i - 1);
          boolean excused =
              before.lost()
                  && before.body().path("text").equals(messages.get(i).body().path("text"));
          if (!excused) {
            reasonless++;
            problems.add("twice: " + desk + " story " + story);
          }
        }
      }
    }
    for (String key : arrived.keySet()) {
      if (!expected.containsKey(key)) {
        unexpected++;
        problems.add("nobody subscribed: " + key);
      }
    }
    Pacing pacing = new Pacing();
    transcript.forEach(pacing::take);
    return new Result(
        total,
        there,
        missing,
        unexpected,
        repeated,
        reasonless,
        transcript.size(),
        took,
        failed,
        lost,
        lostSends,
        alerts,
        digests,
        edits,
        pacing.early,
        pacing.inASecond,
        pacing.inAMinute,
        pacing.overall,
        0,
        String.join("\n", problems.subList(0, Math.min(12, problems.size()))));
  }

  /** Notes each story that a message tells of, under the words that it tells them by. */
  private void take(Exchange each, String text, Map<String, Map<Integer, List<Exchange>>> arrived) {
    long to = each.body().path("chat_id").asLong();
    long chat = moved.getOrDefault(to, to);
    String plain = text.replaceAll("<[^>]*>", "");
    List<String> untold = new ArrayList<>();
    String words = "";
    for (String line : plain.split("\n", -1)) {
      Matcher topic = TOPIC.matcher(line);
      if (topic.find()) {
        words = topic.group(1);
        for (String before : untold) {
          note(chat, words, Integer.parseInt(before), each, arrived);
        }
        untold.clear();
      } else {
        Matcher story = STORY.matcher(line);
        if (story.find()) {
          if (words.isEmpty()) {
            untold.add(story.group(1));
          } else {
            note(chat, words, Integer.parseInt(story.group(1)), each, arrived);
          }
        }
      }
    }
  }

  private static void note(
      long chat,
      String words,
      int story,
      Exchange each,
      Map<String, Map<Integer, List<Exchange>>> arrived) {
    arrived
        .computeIfAbsent(chat + " " + words, _ -> new TreeMap<>())
        .computeIfAbsent(story, _ -> new ArrayList<>())
        .add(each);
  }

  /** Every call against the pace, failed ones too: Telegram may have counted them. */
  private static final class Pacing {
    private final Map<Long, Instant> waits = new HashMap<>();
    private final Map<Long, Deque<Instant>> chats = new HashMap<>();
    private final Deque<Instant> all = new ArrayDeque<>();
    int early;
    int inASecond;
    int inAMinute;
    int overall;

    void take(Exchange each) {
      long chat = each.body().path("chat_id").asLong();
      Instant now = each.time();
      if (now.isBefore(waits.getOrDefault(chat, Instant.MIN))) {
        early++;
      }
      if (each.status() == 429) {
        long seconds =
            Long.parseLong(each.answer().replaceAll("(?s).*\"retry_after\":(\\d+).*", "$1"));
        waits.put(chat, now.plusSeconds(seconds));
      }
      boolean counts = chat < 0 || each.method().equals("sendMessage");
      if (!counts) {
        return;
      }
      Deque<Instant> times = chats.computeIfAbsent(chat, _ -> new ArrayDeque<>());
      inASecond += times.isEmpty() || !now.isBefore(times.getLast().plusSeconds(1)) ? 0 : 1;
      times.addLast(now);
      times.removeIf(time -> !time.plusSeconds(60).isAfter(now));
      inAMinute += chat < 0 && times.size() > 20 ? 1 : 0;
      all.addLast(now);
      while (!all.getFirst().plusSeconds(1).isAfter(now)) {
        all.removeFirst();
      }
      overall += all.size() > 30 ? 1 : 0;
    }
  }
}
