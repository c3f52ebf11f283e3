package news.isnad.bot.reader;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import news.isnad.bot.access.Asker;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.conversation.Router;
import news.isnad.bot.inbox.Handler;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Chat;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Incoming.ButtonPress;
import news.isnad.bot.telegram.Incoming.ChannelPost;
import news.isnad.bot.telegram.Incoming.EditedMessage;
import news.isnad.bot.telegram.Incoming.GuestMessage;
import news.isnad.bot.telegram.Incoming.InlineQuery;
import news.isnad.bot.telegram.Incoming.MembershipChange;
import news.isnad.bot.telegram.Incoming.Migration;
import news.isnad.bot.telegram.Incoming.Other;
import news.isnad.bot.telegram.Incoming.SentFile;
import news.isnad.bot.telegram.Incoming.SharedText;
import news.isnad.bot.telegram.Incoming.TextMessage;
import news.isnad.bot.telegram.Incoming.TopicChange;
import news.isnad.bot.telegram.Incoming.WordlessMessage;
import news.isnad.bot.telegram.Person;
import news.isnad.config.Settings;

/**
 * The router, behind the limits of a minute: of one person, and of all people.
 *
 * <ul>
 *   <li>What was written counts in the minute that Telegram says it was written in, so that what
 *       waited through an outage is answered; all else in the minute in which it is handled.
 *   <li>Owners are not limited as persons.
 *   <li>Only what is for us counts: what a group talks about among itself does not.
 *   <li>Whoever is above a limit is told so once in ten minutes, in their language, where they are:
 *       beneath their message, on the button, in place of quotations to choose from. Then there is
 *       silence, so that a flood of updates does not become one of messages.
 *   <li>What was handled before a crash is said whatever the limits are.
 * </ul>
 *
 * <p>Safe for concurrent use.
 */
public final class Doors implements Handler {
  static final Duration TOLD_FOR = Duration.ofMinutes(10);

  /** One count for all people. */
  private static final long EVERYBODY = 0;

  private final Router router;
  private final Preferences preferences;
  private final Set<Long> owners;
  private final Composer composer;
  private final InstantSource clock;
  private final PerMinute persons;
  private final PerMinute everybody;
  private final LongAdder putOff = new LongAdder();
  private final Map<Long, Instant> told = new HashMap<>();

  public Doors(
      Router router,
      Preferences preferences,
      Set<Long> owners,
      Composer composer,
      Settings.Limits limits,
      InstantSource clock) {
    this.router = requireNonNull(router, "router is null");
    this.preferences = requireNonNull(preferences, "preferences is null");
    this.owners = Set.copyOf(owners);
    this.composer = requireNonNull(composer, "composer is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.persons = new PerMinute(limits.person());
    this.everybody = new PerMinute(limits.everybody());
  }

  @Override
  public List<Outgoing> handle(Incoming incoming) {
    return router.handle(incoming);
  }

  @Override
  public Optional<List<Outgoing>> instead(Incoming incoming) {
    Optional<Person> from = incoming.from().filter(_ -> router.isForUs(incoming));
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    long person = from.get().id();
    Instant done = done(incoming, now);
    boolean own = owners.contains(person) || persons.admits(person, done, now);
    if ((own && everybody.admits(EVERYBODY, done, now)) || router.wasHandled(incoming)) {
      return Optional.empty();
    }
    putOff.increment();
    return Optional.of(
        isToBeTold(person, now)
            ? List.of(notice(incoming, from.get(), own ? "flood.everybody" : "flood.person"))
            : List.of());
  }

  /** Who changes an old message does so now. */
  private static Instant done(Incoming incoming, Instant now) {
    Instant done =
        switch (incoming) {
          case TextMessage text -> text.date();
          case SentFile file -> file.message().date();
          case SharedText shared -> shared.message().date();
          case WordlessMessage wordless -> wordless.message().date();
          case EditedMessage _, ButtonPress _, InlineQuery _, GuestMessage _ -> now;
          case MembershipChange _, Migration _, TopicChange _, ChannelPost _, Other _ -> now;
        };
    return done.isBefore(now) ? done : now;
  }

  /** How many updates were put off since the start. */
  public long putOff() {
    return putOff.sum();
  }

  private synchronized boolean isToBeTold(long person, Instant now) {
    if (isRecent(told.getOrDefault(person, Instant.EPOCH), now)) {
      return false;
    }
    told.values().removeIf(at -> !isRecent(at, now));
    told.put(person, now);
    return true;
  }

  private static boolean isRecent(Instant at, Instant now) {
    return now.isBefore(at.plus(TOLD_FOR));
  }

  private Outgoing notice(Incoming incoming, Person person, String key) {
    return Outgoing.answer("doors/" + incoming.updateId(), call(incoming, person, key));
  }

  private Call call(Incoming incoming, Person person, String key) {
    return switch (incoming) {
      case TextMessage text -> beneath(text, key);
      case EditedMessage(TextMessage text) -> beneath(text, key);
      case SentFile file -> beneath(file.message(), key);
      case WordlessMessage wordless -> beneath(wordless.message(), key);
      case SharedText shared -> beneath(shared.message(), key);
      case ButtonPress press ->
          new Call.AnswerCallback(
              press.callbackId(),
              Optional.of(messages(person, press.chat().orElse(alone(person))).text(key)),
              false);
      case InlineQuery query ->
          InlineMode.nothing(
              query, Duration.ZERO, messages(person, alone(person)).text("inline.slow"));
      case GuestMessage mention ->
          new Call.AnswerGuest(
              mention.queryId(),
              InlineMode.words("inline.slow", messages(person, alone(person)), composer));
      case MembershipChange _, Migration _, TopicChange _, ChannelPost _, Other _ ->
          throw new IllegalArgumentException("nobody's wish: " + incoming.updateId());
    };
  }

  private Call beneath(TextMessage text, String key) {
    return new Call.SendMessage(
        text.chat().id(),
        text.thread(),
        Optional.of(text.messageId()).filter(_ -> text.chat().isGroup()),
        composer.notice(messages(text.person(), text.chat()).language(), key));
  }

  private Messages messages(Person person, Chat chat) {
    return Messages.in(preferences.language(new Asker(person, chat, false)));
  }

  private static Chat alone(Person person) {
    return new Chat(person.id(), Chat.Kind.PRIVATE, "", false);
  }
}
