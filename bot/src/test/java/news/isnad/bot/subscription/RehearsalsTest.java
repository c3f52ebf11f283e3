package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import news.isnad.article.Edition;
import news.isnad.bot.conversation.FewArticles;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.search.Indexed;
import news.isnad.search.NewsIndex;
import news.isnad.text.Language;
import news.isnad.topic.MonitorTopics;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.Topics;
import news.isnad.topic.Trial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index makes of topics, against holding every article against them. */
class RehearsalsTest {
  private static final Instant NOW = Instant.parse("2026-03-15T09:00:00Z");
  private static final int ARTICLES = 800;
  private static final KnownNames NAMES =
      KnownNames.of(
          List.of(
              List.of("ferrant", "person", "Maya Ferrant|Ferrant", "مايا فيرانت|فيرانت"),
              List.of("ledger", "outlet", "Island Ledger", "سجل الجزيرة"),
              List.of("talune", "government", "Talune|Republic of Talune", "تالونيا")));
  private static final Lexicon WORDS =
      Lexicon.of(
          List.of(
              List.of("strike", "إضراب|توقف عن العمل", ""),
              List.of("port", "ميناء|مرفأ", ""),
              List.of("coal", "فحم", "")));
  private static final List<String> ENGLISH =
      List.of(
          "strike",
          "port",
          "coal",
          "Talune",
          "dock workers",
          "quiet",
          "Ferrant",
          "grain",
          "a lot",
          "night",
          "Dolvareno",
          "reef",
          "the bank",
          "Monday",
          "tide");
  private static final List<String> ARABIC =
      List.of("إضراب", "الميناء", "فحم", "تالونيا", "توقف عن العمل", "دولفارينو", "ليل", "رمل");

  @TempDir Path folder;
  private final Topics topics = new MonitorTopics(NAMES, new Translator(WORDS, NAMES));
  private final FewArticles articles = new FewArticles();
  private final List<Edition> stored = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(3);
  private NewsIndex index;
  private Rehearsals rehearsals;

  @BeforeEach
  void open() {
    index = NewsIndex.open(folder);
    rehearsals = new Rehearsals(topics, articles, index, _ -> List.of());
  }

  @AfterEach
  void close() {
    index.close();
    topics.close();
  }

  /** Sentences of a few words each, long enough that an article is of several chunks. */
  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      Language language = random.nextInt(3) == 0 ? Language.ARABIC : Language.ENGLISH;
      List<String> from = language == Language.ARABIC ? ARABIC : ENGLISH;
      StringBuilder text = new StringBuilder();
      for (int sentence = 0; sentence < 6; sentence++) {
        for (int word = 0; word < 3; word++) {
          int at = Math.min(random.nextInt(from.size()), random.nextInt(from.size()));
          boolean filler = random.nextInt(3) > 0;
          text.append(filler ? "x".repeat(60) : from.get(at)).append(' ');
        }
        text.append("end. ");
      }
      String outlet = random.nextInt(4) == 0 ? "Island Ledger" : "Coast Daily";
      long age = random.nextLong(10 * 24 * 60);
      store(language, outlet, text.toString(), NOW.minus(Duration.ofMinutes(age)));
    }
    index.commit(stored.size());
  }

  private void store(Language language, String outlet, String text, Instant published) {
    long sequence = stored.size() + 1;
    Edition edition =
        new Edition(
            sequence,
            "a" + sequence,
            1,
            Optional.empty(),
            outlet,
            "",
            language,
            Optional.of(published),
            published,
            text);
    stored.add(edition);
    articles.add(edition);
    index.add(List.of(new Indexed(edition, List.of())));
  }

  private Topic topic(String words) {
    assertThat(topics.parse(words)).as(words).isInstanceOf(Parsed.Understood.class);
    return ((Parsed.Understood) topics.parse(words)).topic();
  }

  private List<Edition> matching(String words) {
    Trial trial = topics.trial(Map.of("it", topic(words)));
    return stored.stream()
        .filter(each -> !each.published().orElseThrow().isBefore(NOW.minus(Duration.ofDays(7))))
        .filter(each -> !trial.match(each, _ -> List.of()).isEmpty())
        .toList()
        .reversed();
  }

  @Test
  void fewMatches_areThoseThatMatchOneByOne() {
    fill(ARTICLES);
    for (String words :
        List.of(
            "strike port coal reef",
            "tide \"the bank\"",
            "\"dock workers\" tide",
            "\"stop of work\" OR \"dock workers\" Monday tide",
            "توقف عن العمل فحم ميناء",
            "Dolvareno coal strike",
            "دولفارينو ميناء فحم",
            "from:\"Island Ledger\" tide Ferrant",
            "lang:ar talune coal port",
            "reef tide -port -coal",
            "reef tide -\"dock workers\"")) {
      List<Edition> expected = matching(words);
      Rehearsal found = rehearsals.of(topic(words), NOW);
      assertThat(found.matches()).as(words).isEqualTo(expected.size());
      assertThat(found.examples())
          .as(words)
          .isEqualTo(expected.subList(0, Math.min(3, expected.size())));
    }
  }

  @Test
  void manyMatches_areEstimated() {
    fill(3 * ARTICLES);
    for (String words : List.of("port", "strike", "coal OR grain", "from:\"Island Ledger\"")) {
      int expected = matching(words).size();
      Rehearsal found = rehearsals.of(topic(words), NOW);
      assertThat(expected).as(words).isGreaterThan(400);
      assertThat((double) found.matches()).as(words).isBetween(.85 * expected, 1.15 * expected);
      assertThat(found.days()).isEqualTo(7);
      assertThat(found.isTooBroad()).isTrue();
    }
  }

  @Test
  void rareOrderOfFrequentWords_isFound() {
    store(Language.ENGLISH, "Coast Daily", "Of the hull keel.", NOW.minus(Duration.ofDays(6)));
    for (int i = 0; i < ARTICLES; i++) {
      String text = "The keel" + " and".repeat(i % 7) + " the tall hull.";
      store(Language.ENGLISH, "Coast Daily", text, NOW.minus(Duration.ofMinutes(i)));
    }
    index.commit(stored.size());
    Rehearsal found = rehearsals.of(topic("\"hull keel\""), NOW);
    assertThat(found.matches()).isEqualTo(1);
    assertThat(found.examples()).extracting(Edition::sequence).containsExactly(1L);
  }

  @Test
  void topicThatNothingMatches_hasTheWordThatIsInTheWay() {
    fill(ARTICLES);
    Rehearsal found = rehearsals.of(topic("port strike quarrel"), NOW);
    assertThat(found.isTooNarrow()).isTrue();
    assertThat(found.without()).map(Rehearsal.Without::word).contains("quarrel");
    assertThat(found.without().orElseThrow().matches())
        .isCloseTo(
            matching("port strike").size(), org.assertj.core.data.Percentage.withPercentage(25));
  }

  @Test
  void whatIsOldReplacedOrLeftOut_doesNotCount() {
    store(Language.ENGLISH, "Coast Daily", "port one.", NOW.minus(Duration.ofDays(8)));
    store(Language.ENGLISH, "Coast Daily", "port two.", NOW.minus(Duration.ofDays(3)));
    store(Language.ENGLISH, "Coast Daily", "port three.", NOW.minus(Duration.ofDays(1)));
    Edition first = stored.get(1);
    Edition changed =
        new Edition(
            9,
            first.article(),
            2,
            first.url(),
            first.outlet(),
            "",
            first.language(),
            first.published(),
            first.ingested(),
            "tide two.");
    articles.add(changed);
    index.add(List.of(new Indexed(changed, List.of())));
    index.commit(9);
    try (var recent = index.since(NOW.minus(Duration.ofDays(7)), Set.of())) {
      assertThat(recent.all().stream().mapToLong(recent::sequence)).containsExactly(3L, 9L);
      assertThat(recent.oldest()).contains(NOW.minus(Duration.ofDays(3)));
    }
    try (var recent = index.since(NOW.minus(Duration.ofDays(7)), Set.of(3L))) {
      assertThat(recent.all().stream().mapToLong(recent::sequence)).containsExactly(9L);
      assertThat(recent.with(Language.ENGLISH, "port")).isEqualTo(new java.util.BitSet());
    }
  }
}
