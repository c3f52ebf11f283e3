package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.SqlArticleStore;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Names;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outbox;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.RuleAttribution;
import news.isnad.story.Member;
import news.isnad.story.Stories;
import news.isnad.story.TraitReader;
import news.isnad.testing.SettableClock;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.Topics;
import news.isnad.topic.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A subscriber to everything reads the invented stories as they come: how many are told twice, and
 * how many are lost in another. {@code -Disnad.alerts=told} writes the figures.
 */
class ToldOnceTest {
  private static final Path STORIES =
      Path.of("").toAbsolutePath().resolveSibling("docs").resolve("quality/stories");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVERYTHING = "everything";

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(
          "news/isnad/article/migrations",
          Stories.MIGRATIONS,
          "news/isnad/bot/migrations",
          Memory.MIGRATIONS,
          Subscriptions.MIGRATIONS);

  private final SettableClock clock = new SettableClock(Instant.parse("2031-02-28T00:00:00Z"));

  private static List<JsonNode> lines(String name) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(STORIES.resolve(name))) {
      if (!line.isBlank()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  @Test
  void stories_areToldOnceAndNotLost() throws IOException {
    Map<String, String> storyOf = new HashMap<>();
    lines("stories.jsonl")
        .forEach(line -> storyOf.put(line.path("id").asText(), line.path("story").asText()));
    ArticleStore articles = new SqlArticleStore(database.get(), clock);
    KnownNames names = KnownNames.shipped();
    Lexicon lexicon = Lexicon.shipped();
    Translator translator = new Translator(lexicon, names);
    Stories stories = new Stories(database.get(), new TraitReader(names, translator, lexicon));
    RuleAttribution attribution = RuleAttribution.shipped();
    Subscriptions subscriptions = new Subscriptions(database.get(), articles);
    AlertStore store = new AlertStore(database.get());
    Memory memory = new Memory(database.get(), articles);
    try (Topics topics = new Everything()) {
      Alerts alerts =
          new Alerts(
              new Alerts.Parts(
                  database.get(),
                  articles,
                  subscriptions,
                  topics,
                  attribution,
                  edition -> place(edition, stories),
                  new Schedules(database.get(), java.time.ZoneOffset.UTC),
                  store,
                  memory.preferences(),
                  new Composer(java.time.ZoneId.of("Z"), Names.NONE),
                  new Outbox(database.get(), clock, new ChatListener() {}),
                  clock));
      database
          .get()
          .inTransaction(
              handle -> {
                subscriptions.begin(everything()).apply(handle);
                return handle;
              });
      for (JsonNode line : lines("articles.jsonl")) {
        Edition edition = arrive(line, articles);
        stories.follow(
            List.of(edition), Map.of(edition.sequence(), attribution.statements(edition)));
        alerts.step();
      }
    }
    count(store, articles, storyOf);
  }

  private static Subscription everything() {
    return Subscription.toTopic(
        EVERYTHING, 7, Optional.empty(), 7, "news", Language.ENGLISH, Instant.EPOCH);
  }

  /** Every edition is what somebody wants. */
  private static final class Everything implements Topics {
    @Override
    public Parsed parse(String typed) {
      return new Parsed.Refused(Parsed.Problem.NOTHING, "");
    }

    @Override
    public void register(Map<String, Topic> topics) {}

    @Override
    public Trial trial(Map<String, Topic> topics) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String id) {}

    @Override
    public Set<String> match(Edition edition, Attribution who) {
      return Set.of(EVERYTHING);
    }

    @Override
    public void close() {}
  }

  private static StoryOf.Place place(Edition edition, Stories stories) {
    return stories
        .of(edition.sequence())
        .map(
            placement ->
                new StoryOf.Place(
                    Long.toString(placement.story()),
                    stories.articles(placement.story()).stream().map(Member::sequence).toList(),
                    placement.reprintOf().isPresent()))
        .orElseGet(() -> StoryOf.ARTICLE.of(edition));
  }

  private Edition arrive(JsonNode line, ArticleStore articles) {
    Instant published = Instant.parse(line.path("published").asText());
    clock.set(published.plus(Duration.ofMinutes(2)));
    return switch (articles.store(
        new ArticleDraft(
            Optional.of(line.path("id").asText()),
            Optional.empty(),
            Optional.empty(),
            line.path("outlet").asText(),
            line.path("title").asText(),
            Language.of(line.path("lang").asText()).orElseThrow(),
            Optional.of(published),
            line.path("text").asText()))) {
      case ArticleStore.Stored.Added(Edition edition) -> edition;
      case ArticleStore.Stored.Changed(Edition edition, long _) -> edition;
      case ArticleStore.Stored.Known _ -> throw new IllegalStateException("twice: " + line);
    };
  }

  private void count(AlertStore store, ArticleStore articles, Map<String, String> storyOf) {
    Map<String, Integer> begun = new LinkedHashMap<>();
    Set<String> matched = new HashSet<>();
    for (Alert alert : store.in(7, Instant.EPOCH, 10_000)) {
      begun.merge(label(alert.edition(), articles, storyOf), 1, Integer::sum);
      for (long edition : store.tellings().editions(alert.id())) {
        matched.add(label(edition, articles, storyOf));
      }
    }
    int repeated = begun.values().stream().mapToInt(times -> times - 1).sum();
    Set<String> lost = new HashSet<>(matched);
    lost.removeAll(begun.keySet());
    Set<String> unmatched = new HashSet<>(storyOf.values());
    unmatched.removeAll(matched);
    String news =
        database
            .get()
            .reading(
                handle ->
                    handle
                        .createQuery("SELECT news, count(*) FROM telling GROUP BY news ORDER BY 1")
                        .map(
                            (row, context) ->
                                row.getString(1).toLowerCase(Locale.ROOT) + " " + row.getInt(2))
                        .collect(java.util.stream.Collectors.joining(", ")));
    String figures =
        String.format(
            Locale.ROOT,
            "stories %d (of them met by the topic %d), alerts %d, repeated %d (%.1f %%), lost in"
                + " another %d (%.1f %%)",
            Set.copyOf(storyOf.values()).size(),
            matched.size(),
            begun.values().stream().mapToInt(Integer::intValue).sum(),
            repeated,
            100.0 * repeated / matched.size(),
            lost.size(),
            100.0 * lost.size() / matched.size());
    System.out.println(figures);
    if ("told".equals(System.getProperty("isnad.alerts"))) {
      AlertFigures.write(
          "told once",
          List.of(
              "docs/quality/stories, one article after the other, to a subscriber to everything",
              figures,
              "what the articles that came to an alert had to say: " + news,
              "lost " + lost));
    }
    assertThat(unmatched).isEmpty();
    assertThat(repeated * 10).isLessThanOrEqualTo(matched.size());
    assertThat(lost.size() * 20).isLessThanOrEqualTo(matched.size());
  }

  private static String label(long sequence, ArticleStore articles, Map<String, String> storyOf) {
    return storyOf.getOrDefault(articles.edition(sequence).orElseThrow().article(), "?");
  }
}
