package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.bot.assembly.Conversation;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import news.isnad.search.Indexed;
import news.isnad.testing.FreshStore;
import news.isnad.text.Language;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long somebody waits for a rehearsal among 100,000 articles of seven days: only with {@code
 * -Disnad.alerts=rehearsal}, since it takes minutes to store and index them.
 */
@EnabledIfSystemProperty(named = "isnad.alerts", matches = "rehearsal")
class RehearsalLatencyTest {
  private static final int ARTICLES = Integer.getInteger("isnad.articles", 100_000);
  private static final int BATCH = 2_000;
  private static final int WORDS = 300;
  private static final Instant NOW = Instant.parse("2026-03-15T09:00:00Z");
  private static final List<String> TOPICS =
      List.of(
          "strike",
          "port strike",
          "hospital budget -school",
          "إضراب ميناء",
          "\"port strike\"",
          "election OR parliament",
          "from:Gazette7 bridge",
          "from:Gazette7",
          "lang:ar budget",
          "speaker:Daltok",
          "Zoravelik bridge",
          "port strike hospital budget bridge school court union",
          "union -strike");

  @TempDir Path folder;

  /** Of the words that topics name the first are frequent, and so are the first of all others. */
  private static final class Press {
    private static final List<String> ENGLISH =
        List.of(
            "strike",
            "election",
            "budget",
            "bridge",
            "port",
            "hospital",
            "court",
            "union",
            "school",
            "parliament");
    private static final List<String> ARABIC =
        List.of(
            "إضراب", "انتخابات", "ميزانية", "جسر", "ميناء", "مستشفى", "محكمة", "نقابة", "مدرسة");
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<List<String>> rest =
        List.of(invented("bdfgklm", "aou"), invented("بدفكلمن", "اوي"));

    private List<String> invented(String consonants, String vowels) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 4_000; i++) {
        StringBuilder word = new StringBuilder();
        for (int j = 0; j < 3; j++) {
          word.append(consonants.charAt(random.nextInt(consonants.length())));
          word.append(vowels.charAt(random.nextInt(vowels.length())));
        }
        words.add(word.append(consonants.charAt(random.nextInt(consonants.length()))).toString());
      }
      return words;
    }

    ArticleDraft article(int number) {
      Language language = number % 2 == 0 ? Language.ENGLISH : Language.ARABIC;
      List<String> named = language == Language.ENGLISH ? ENGLISH : ARABIC;
      List<String> others = rest.get(number % 2);
      StringBuilder text = new StringBuilder();
      for (int word = 1; word <= WORDS; word++) {
        double deep = Math.pow(random.nextDouble(), 3);
        boolean told = random.nextInt(100) == 0;
        List<String> from = told ? named : others;
        text.append(from.get((int) (deep * from.size()))).append(word % 15 == 0 ? ". " : " ");
      }
      if (number % 40 == 0) {
        text.append("“We will see what becomes of it,” said Mira Daltok of the council. ");
      }
      return new ArticleDraft(
          Optional.of("article-" + number),
          Optional.empty(),
          Optional.empty(),
          "Gazette" + number % 200,
          "Report " + number,
          language,
          Optional.of(NOW.minus(Duration.ofDays(7).multipliedBy(number).dividedBy(ARTICLES))),
          text.toString());
    }
  }

  @Test
  void rehearsal_isQuickAmongManyArticles() {
    try (Engine engine =
        FreshStore.engine(folder, Conversation.MIGRATIONS, KnownNames.shipped(), () -> NOW)) {
      fill(engine);
      Topics topics = engine.topics();
      Rehearsals rehearsals =
          new Rehearsals(topics, engine.articles(), engine.index(), engine::statements);
      List<String> lines = new ArrayList<>();
      lines.add(
          "rehearsal of topics among %,d articles of %d words of seven days; milliseconds of processor time"
              .formatted(ARTICLES, WORDS));
      TOPICS.forEach(each -> timed(each, topics, rehearsals));
      long longest = 0;
      for (String each : TOPICS) {
        Timed timed = timed(each, topics, rehearsals);
        longest = Math.max(longest, timed.millis);
        lines.add(
            String.format(
                Locale.ROOT, "%6d  %s: %d", timed.millis, each, timed.rehearsal.matches()));
      }
      lines.forEach(System.out::println);
      AlertFigures.write("rehearsal", lines);
      assertThat(longest).isLessThanOrEqualTo(1_000);
    }
  }

  private record Timed(long millis, Rehearsal rehearsal) {}

  private static Timed timed(String words, Topics topics, Rehearsals rehearsals) {
    Topic topic = ((Parsed.Understood) topics.parse(words)).topic();
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    Rehearsal rehearsal = rehearsals.of(topic, NOW);
    return new Timed((threads.getCurrentThreadCpuTime() - begun) / 1_000_000, rehearsal);
  }

  private static void fill(Engine engine) {
    Press press = new Press();
    for (int from = 0; from < ARTICLES; from += BATCH) {
      List<ArticleDraft> drafts = new ArrayList<>();
      for (int i = from; i < Math.min(ARTICLES, from + BATCH); i++) {
        drafts.add(press.article(i));
      }
      List<Indexed> indexed = new ArrayList<>();
      for (Stored each : engine.articles().store(drafts)) {
        if (each instanceof Stored.Added(var edition)) {
          indexed.add(new Indexed(edition, List.of()));
        }
      }
      engine.index().add(indexed);
    }
    engine.index().commit(engine.articles().lastSequence());
  }
}
