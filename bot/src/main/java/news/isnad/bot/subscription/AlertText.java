package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.answer.Citation;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.bot.compose.AlertMessages;
import news.isnad.bot.compose.AlertMessages.Item;
import news.isnad.bot.compose.AlertMessages.Section;
import news.isnad.bot.compose.AlertMessages.State;
import news.isnad.bot.compose.AlertMessages.Together;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.News;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.telegram.Message;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Speech;
import news.isnad.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts alerts into words, from what is stored about them. Safe for concurrent use. */
final class AlertText {
  private static final Logger LOG = LoggerFactory.getLogger(AlertText.class);

  private static final int MOST_OF_A_BRIEF = 2_000;

  private final ArticleStore articles;
  private final Subscriptions subscriptions;
  private final Schedules schedules;
  private final AlertStore store;
  private final Attribution attribution;
  private final KeyQuotation quotations;
  private final Preferences preferences;
  private final Composer composer;

  AlertText(
      ArticleStore articles,
      Subscriptions subscriptions,
      Schedules schedules,
      AlertStore store,
      Attribution attribution,
      Preferences preferences,
      Composer composer) {
    this.articles = requireNonNull(articles, "articles is null");
    this.subscriptions = requireNonNull(subscriptions, "subscriptions is null");
    this.schedules = requireNonNull(schedules, "schedules is null");
    this.store = requireNonNull(store, "store is null");
    this.attribution = requireNonNull(attribution, "attribution is null");
    this.quotations = new KeyQuotation(attribution);
    this.preferences = requireNonNull(preferences, "preferences is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  /** The alert as it is now; empty where its article or subscription is gone. */
  Optional<Message> alert(Alert alert, Instant now) {
    Optional<Subscription> subscription = subscriptions.find(alert.subscription(), alert.chat());
    Optional<Edition> edition = articles.edition(alert.edition());
    if (subscription.isEmpty() || edition.isEmpty()) {
      return Optional.empty();
    }
    ChatSchedule schedule = schedules.of(alert.chat());
    State state =
        new State(
            alert.muted(),
            schedules.muted(alert.chat()).contains(edition.get().outlet()),
            schedules.snoozed(alert.subscription(), now),
            alert.claimed(),
            alert.corrected());
    return Optional.of(
        messages(schedule)
            .alert(
                first(alert, edition.get(), subscription.get().words()),
                subscription.get().words(),
                state,
                alert.id(),
                alert.subscription(),
                language(subscription.get()))
            .silent(schedule.silent()));
  }

  /** What is new about a story, of tellings about one alert. */
  Optional<Message> update(Alert alert, List<Telling> tellings, Instant now) {
    Optional<Subscription> subscription = subscriptions.find(alert.subscription(), alert.chat());
    if (subscription.isEmpty()) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    for (Telling telling : tellings) {
      articles
          .edition(telling.edition())
          .ifPresent(
              edition -> items.add(item(alert, telling, edition, subscription.get().words())));
    }
    ChatSchedule schedule = schedules.of(alert.chat());
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            messages(schedule)
                .update(items, subscription.get().words(), language(subscription.get()))
                .silent(schedule.silent() || schedule.quietEnd(now).isPresent()));
  }

  /** Many tellings together, by subscription in the order in which they came. */
  List<Message> together(long chat, Together why, List<Telling> tellings) {
    Map<String, List<Item>> sections = new LinkedHashMap<>();
    Map<String, Subscription> bySection = new LinkedHashMap<>();
    Set<String> stories = new HashSet<>();
    Instant since = tellings.getFirst().created();
    for (Telling telling : tellings) {
      Optional<Alert> alert = store.find(telling.alert());
      Optional<Edition> edition = articles.edition(telling.edition());
      Optional<Subscription> subscription =
          alert.flatMap(each -> subscriptions.find(each.subscription(), chat));
      if (edition.isPresent() && subscription.isPresent()) {
        String id = subscription.get().id();
        bySection.put(id, subscription.get());
        stories.add(alert.get().story());
        sections
            .computeIfAbsent(id, _ -> new ArrayList<>())
            .add(item(alert.get(), telling, edition.get(), subscription.get().words()));
      }
      since = telling.created().isBefore(since) ? telling.created() : since;
    }
    if (sections.isEmpty()) {
      return List.of();
    }
    ChatSchedule schedule = schedules.of(chat);
    return messages(schedule)
        .together(
            why,
            since,
            sections.entrySet().stream()
                .map(
                    entry ->
                        new Section(
                            requireNonNull(bySection.get(entry.getKey())).words(),
                            entry.getValue()))
                .toList(),
            stories.size(),
            language(bySection.values().iterator().next()))
        .stream()
        .map(message -> message.silent(schedule.silent()))
        .toList();
  }

  /**
   * What was new in a chat since a time, each story once; empty where nothing was.
   *
   * @param desk the forum topic whose subscriptions count; empty for all of the chat
   * @param most stories that are shown; of the rest it is said how many there are
   */
  List<Message> brief(long chat, Optional<Long> desk, Instant since, int most, Language language) {
    Map<String, List<Item>> sections = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    Set<String> stories = new HashSet<>();
    for (Alert alert : store.in(chat, since, MOST_OF_A_BRIEF)) {
      Optional<Subscription> subscription =
          subscriptions
              .find(alert.subscription(), chat)
              .filter(found -> desk.isEmpty() || found.thread().equals(desk));
      Optional<Edition> edition = articles.edition(alert.edition());
      if (subscription.isPresent()
          && edition.isPresent()
          && !alert.muted()
          && stories.add(alert.story())
          && stories.size() <= most) {
        words.put(alert.subscription(), subscription.get().words());
        sections
            .computeIfAbsent(alert.subscription(), _ -> new ArrayList<>())
            .add(first(alert, edition.get(), subscription.get().words()));
      }
    }
    if (sections.isEmpty()) {
      return List.of();
    }
    List<Message> brief =
        new ArrayList<>(
            messages(schedules.of(chat))
                .together(
                    Together.BRIEF,
                    since,
                    sections.entrySet().stream()
                        .map(
                            entry ->
                                new Section(
                                    words.getOrDefault(entry.getKey(), ""), entry.getValue()))
                        .toList(),
                    Math.min(most, stories.size()),
                    language));
    if (stories.size() > most) {
      brief.add(composer.notice(language, "brief.more", "count", stories.size() - most));
    }
    return brief;
  }

  /** The quotation in an alert, for whoever wants to see what stands around it. */
  Optional<Citation> quotation(Alert alert) {
    return articles
        .edition(alert.edition())
        .flatMap(
            edition ->
                quotation(
                    edition,
                    subscriptions
                        .find(alert.subscription(), alert.chat())
                        .map(Subscription::words)
                        .orElse("")));
  }

  Language language(Subscription subscription) {
    return preferences.chosen(subscription.chat()).orElse(subscription.language());
  }

  private AlertMessages messages(ChatSchedule schedule) {
    return composer.alerts(schedule.zone());
  }

  private Item first(Alert alert, Edition edition, String words) {
    return new Item(
        edition,
        quotation(edition, words),
        alert.furtherOutlets(),
        alert.corrected().orElse(News.FIRST));
  }

  private Item item(Alert alert, Telling telling, Edition edition, String words) {
    News news = telling.news();
    if (news == News.FIRST) {
      return first(alert, edition, words);
    }
    Optional<Citation> quotation =
        switch (news) {
          case FIRST, NOTHING -> quotation(edition, words);
          case SPEAKER, DENIAL, COUNT -> newest(edition, words, telling.fact());
          case CORRECTION, WITHDRAWAL -> note(edition, telling);
          case GONE -> Optional.empty();
        };
    return new Item(edition, quotation, 0, news);
  }

  private Optional<Citation> quotation(Edition edition, String words) {
    try {
      return quotations.of(edition, words);
    } catch (RuntimeException defect) {
      LOG.error(
          "No quotation was found in edition {}. Its alerts go out without one.",
          edition.sequence(),
          defect);
      return Optional.empty();
    }
  }

  /** The passage that is news. */
  private Optional<Citation> newest(Edition edition, String words, Optional<String> fact) {
    try {
      return Facts.of(edition, attribution.statements(edition)).found().stream()
          .filter(each -> fact.filter(each.key()::equals).isPresent())
          .findFirst()
          .map(found -> cited(edition, found))
          .or(() -> quotation(edition, words));
    } catch (RuntimeException defect) {
      LOG.error("Edition {} could not be read for its news.", edition.sequence(), defect);
      return Optional.empty();
    }
  }

  private static Citation cited(Edition edition, Facts.Fact fact) {
    return fact.statement()
        .map(
            said ->
                new Citation(
                    edition, fact.passage(), said.speech(), said.speaker(), said.upstream(), 1))
        .orElseGet(
            () ->
                new Citation(edition, fact.passage(), Speech.NONE, Optional.empty(), List.of(), 1));
  }

  private static Optional<Citation> note(Edition edition, Telling telling) {
    return TakenBack.sentence(telling.fact(), edition)
        .or(
            () ->
                Corrections.shipped().notes(edition).stream()
                    .filter(note -> note.news() == telling.news())
                    .findFirst()
                    .flatMap(Corrections.Note::sentence))
        .map(span -> new Citation(edition, span, Speech.NONE, Optional.empty(), List.of(), 1));
  }
}
