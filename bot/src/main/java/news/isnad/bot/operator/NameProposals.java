package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Cursors;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.TaughtNames.Group;
import news.isnad.bot.operator.TaughtNames.State;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownName;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Statement;
import news.isnad.story.Member;
import news.isnad.text.Language;

/**
 * Looks for names that mean the same where a story is told in both languages: somebody who speaks
 * in one and whom the tables do not know by that name, beside somebody who is spelled alike in the
 * other. What is found is proposed once; only an editor's button teaches it.
 *
 * <p>The proposals stand in {@code /aliases}. The notices' chat is shown the newest of them, at
 * most once a day. Confined to the thread that follows the news.
 */
public final class NameProposals {
  private static final String CURSOR = "name-proposals";
  private static final int BATCH = 100;

  /** Of a large store that was filled before only so many of the newest are looked at. */
  private static final int OLDEST = 2000;

  private static final int MEMBERS = 12;
  private static final int SHOWN = 5;
  private static final Duration BETWEEN = Duration.ofDays(1);

  private final Engine engine;
  private final TaughtNames taught;
  private final PlacedIds placed;
  private final Cursors cursors;
  private final Preferences preferences;
  private final Composer composer;
  private final Outbox outbox;
  private final Optional<Long> chat;
  private final InstantSource clock;
  private final ShortIds ids = new ShortIds();

  /**
   * @param chat where proposals are shown of themselves; nowhere where it is empty
   */
  public NameProposals(
      Engine engine,
      TaughtNames taught,
      PlacedIds placed,
      Preferences preferences,
      Composer composer,
      Outbox outbox,
      Optional<Long> chat,
      InstantSource clock) {
    this.engine = requireNonNull(engine, "engine is null");
    this.taught = requireNonNull(taught, "taught is null");
    this.placed = requireNonNull(placed, "placed is null");
    this.cursors = new Cursors(engine.database());
    this.preferences = requireNonNull(preferences, "preferences is null");
    this.composer = requireNonNull(composer, "composer is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.chat = requireNonNull(chat, "chat is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Looks at the next articles that have their place in a story. False where there were none. */
  public boolean step() {
    long done = engine.stories().done();
    List<Edition> batch =
        engine.articles().after(Math.max(cursors.position(CURSOR), done - OLDEST), BATCH).stream()
            .filter(edition -> edition.sequence() <= done)
            .toList();
    if (batch.isEmpty()) {
      return false;
    }
    Set<NamePairs.Pair> pairs = new LinkedHashSet<>();
    batch.forEach(edition -> pairs.addAll(pairs(edition)));
    List<Group> fresh = pairs.stream().flatMap(pair -> proposal(pair).stream()).toList();
    Instant now = clock.instant();
    engine
        .database()
        .inTransaction(
            handle -> {
              fresh.forEach(each -> taught.keep(handle, each, now));
              cursors.advance(CURSOR, batch.getLast().sequence());
              if (!fresh.isEmpty()) {
                show(now);
              }
              return fresh;
            });
    return true;
  }

  /** The names in an article beside those of its story in the other language. */
  private List<NamePairs.Pair> pairs(Edition edition) {
    Map<Language, Set<String>> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      names.put(language, new LinkedHashSet<>());
    }
    add(edition, names);
    if (names.values().stream().allMatch(Set::isEmpty)) {
      return List.of();
    }
    engine.stories().of(edition.sequence()).stream()
        .flatMap(placement -> engine.stories().articles(placement.story()).stream())
        .map(Member::sequence)
        .limit(MEMBERS)
        .flatMap(sequence -> engine.articles().edition(sequence).stream())
        .filter(other -> other.language() != edition.language())
        .forEach(other -> add(other, names));
    return NamePairs.of(
        names.getOrDefault(Language.ENGLISH, Set.of()),
        names.getOrDefault(Language.ARABIC, Set.of()));
  }

  private void add(Edition edition, Map<Language, Set<String>> names) {
    for (Statement statement : engine.statements(edition)) {
      statement
          .speaker()
          .filter(who -> !who.anonymous())
          .map(Speaker::name)
          .filter(name -> Language.detect(name) == edition.language())
          .ifPresent(
              name ->
                  names.computeIfAbsent(edition.language(), _ -> new LinkedHashSet<>()).add(name));
    }
  }

  /** Nothing where both are known already, or where it was proposed before. */
  private Optional<Group> proposal(NamePairs.Pair pair) {
    List<String> both = List.of(pair.english(), pair.arabic());
    List<KnownName> english = engine.names().allNamed(pair.english());
    List<KnownName> arabic = engine.names().allNamed(pair.arabic());
    if ((!english.isEmpty() && !arabic.isEmpty()) || taught.isDecided(both)) {
      return Optional.empty();
    }
    String id = ids.next();
    List<KnownName> known = english.isEmpty() ? arabic : english;
    String entity = known.isEmpty() ? id : known.getFirst().id();
    return Optional.of(new Group(id, entity, both, State.PROPOSED));
  }

  private void show(Instant now) {
    if (chat.isEmpty()) {
      return;
    }
    Language language = preferences.chosen(chat.get()).orElse(Language.ENGLISH);
    Messages messages = Messages.in(language);
    List<Markup> lines = new ArrayList<>();
    List<List<Button>> rows = new ArrayList<>();
    taught.all(State.PROPOSED).stream()
        .limit(SHOWN)
        .forEach(
            group -> {
              lines.add(Markup.label(group.text()));
              rows.add(NameCommands.decision(group, placed.at(chat.get(), group.id())));
            });
    outbox.enqueue(
        new Outgoing(
            "notice/names/" + now.toEpochMilli() / BETWEEN.toMillis(),
            Urgency.ALERT,
            Call.SendMessage.to(
                chat.get(),
                composer
                    .lines(language, messages.say("alias.proposed"), lines)
                    .withButtons(rows))));
  }
}
