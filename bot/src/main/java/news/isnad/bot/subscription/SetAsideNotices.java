package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleStore;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.subscription.SetAside.GivenUp;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;
import news.isnad.store.Database;
import news.isnad.text.Language;

/**
 * Tells operators what alerts have given up.
 *
 * <ul>
 *   <li>All of it goes into one message, and there is at most one in six hours, whatever happens
 *       and however often the program starts.
 *   <li>Articles are named, a few of them; of standing questions only the number is told: they are
 *       people's own words.
 *   <li>What was told is remembered in the transaction that puts the notice into the outbox.
 * </ul>
 *
 * <p>Safe for use by one thread at a time.
 */
public final class SetAsideNotices {
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration SETTLED = Duration.ofHours(6);
  private static final int MOST_NAMED = 5;

  private final Database database;
  private final SetAside setAside;
  private final ArticleStore articles;
  private final Preferences preferences;
  private final Composer composer;
  private final Outbox outbox;
  private final Optional<Long> chat;
  private final InstantSource clock;
  private Instant lastLook = Instant.EPOCH;

  /**
   * @param chat where notices go; nothing is told where it is empty
   */
  public SetAsideNotices(
      Database database,
      ArticleStore articles,
      Preferences preferences,
      Composer composer,
      Outbox outbox,
      Optional<Long> chat,
      InstantSource clock) {
    this.database = requireNonNull(database, "database is null");
    this.setAside = new SetAside(database);
    this.articles = requireNonNull(articles, "articles is null");
    this.preferences = requireNonNull(preferences, "preferences is null");
    this.composer = requireNonNull(composer, "composer is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.chat = requireNonNull(chat, "chat is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Looks at what was given up, if that is due. */
  public void step() {
    Instant now = clock.instant();
    if (chat.isEmpty() || now.isBefore(lastLook.plus(LOOK))) {
      return;
    }
    lastLook = now;
    boolean early =
        setAside.lastReport().filter(last -> now.isBefore(last.plus(SETTLED))).isPresent();
    List<GivenUp> unknown = early ? List.of() : setAside.unreported();
    if (!unknown.isEmpty()) {
      tell(chat.get(), unknown, now);
    }
  }

  private void tell(long to, List<GivenUp> givenUp, Instant now) {
    Outgoing notice =
        new Outgoing(
            "set-aside-notice:" + now.toEpochMilli(),
            Urgency.ALERT,
            Call.SendMessage.to(
                to, message(givenUp, preferences.chosen(to).orElse(Language.ENGLISH))));
    database.inTransaction(
        handle -> {
          outbox.enqueue(notice);
          setAside.reported(givenUp, now);
          return handle;
        });
  }

  private Message message(List<GivenUp> givenUp, Language language) {
    Messages messages = Messages.in(language);
    List<GivenUp> editions = givenUp.stream().filter(GivenUp::isEdition).toList();
    long alerts = givenUp.stream().flatMap(each -> each.alert().stream()).distinct().count();
    long questions = givenUp.stream().filter(GivenUp::isQuestion).count();
    Markup heading =
        messages.say(
            "notice.given.up",
            "articles",
            editions.size(),
            "alerts",
            alerts,
            "questions",
            questions);
    List<Markup> lines =
        editions.stream()
            .limit(MOST_NAMED)
            .flatMap(each -> articles.edition(each.edition()).stream())
            .map(
                edition ->
                    messages.say(
                        "notice.given.up.article",
                        "title",
                        edition.title(),
                        "outlet",
                        edition.outlet(),
                        "number",
                        Long.toString(edition.sequence())))
            .toList();
    return composer.lines(language, heading, lines);
  }
}
