package news.isnad.bot.terminal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.isnad.config.Tables;
import news.isnad.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The form of the shipped sample corpus and of the names and questions that belong to it. */
class SampleCorpusTest {
  private static final Instant FIRST = Instant.parse("2026-11-10T00:00:00Z");
  private static final Instant AFTER_LAST = Instant.parse("2026-11-24T00:00:00Z");

  private static Map<String, JsonNode> articles = new LinkedHashMap<>();
  private static List<List<String>> names = List.of();
  private static List<Question> questions = List.of();

  record Question(
      Language language, String words, List<String> articles, String speaker, String verbatim) {
    boolean answerable() {
      return !verbatim.equals("-");
    }
  }

  @BeforeAll
  static void read() throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(resource("sample.jsonl"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode article = json.readTree(line);
        assertThat(articles.put(article.path("id").asText(), article)).as(line).isNull();
      }
    }
    try (InputStream in = resource("sample-names.tsv")) {
      names = Tables.read(in);
    }
    try (InputStream in = resource("sample-questions.tsv")) {
      List<Question> read = new ArrayList<>();
      for (List<String> row : Tables.read(in)) {
        assertThat(row).hasSize(5);
        read.add(
            new Question(
                Language.of(row.get(0)).orElseThrow(),
                row.get(1),
                Tables.alternatives(row.get(2)),
                row.get(3),
                row.get(4)));
      }
      questions = read;
    }
  }

  @Test
  void articles_areMany_inBothLanguages() {
    Map<String, Long> byLanguage =
        articles.values().stream()
            .collect(
                Collectors.groupingBy(
                    article -> article.path("lang").asText(), Collectors.counting()));
    assertThat(articles).hasSizeGreaterThanOrEqualTo(48);
    assertThat(byLanguage).containsOnlyKeys("ar", "en");
    assertThat(byLanguage.values())
        .allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(articles.size() * 2L / 5));
  }

  @Test
  void articles_haveEveryField() {
    assertThat(articles.values())
        .allSatisfy(
            article -> {
              String id = article.path("id").asText();
              assertThat(id).matches("sample\\.[a-z]+-[0-9]{2}");
              assertThat(article.path("url").asText()).startsWith("https://sample.invalid/");
              assertThat(article.path("outlet").asText()).isNotBlank();
              assertThat(article.path("title").asText()).isNotBlank();
              assertThat(Language.detect(article.path("text").asText()).code())
                  .isEqualTo(article.path("lang").asText());
              assertThat(Instant.parse(article.path("published").asText()))
                  .isBetween(FIRST, AFTER_LAST);
              assertThat(article.path("text").asText().split("\n", -1))
                  .hasSizeGreaterThanOrEqualTo(4)
                  .allSatisfy(paragraph -> assertThat(paragraph).isEqualTo(paragraph.strip()));
              assertThat(sentences(article)).isBetween(5, 14);
            });
    assertThat(articles.values()).extracting(a -> a.path("url").asText()).doesNotHaveDuplicates();
  }

  @Test
  void stories_areToldBySeveralOutlets_inBothLanguages() {
    Map<String, Set<String>> languages = new LinkedHashMap<>();
    Map<String, Set<String>> outlets = new LinkedHashMap<>();
    articles.forEach(
        (id, article) -> {
          String story = id.replaceAll("-[0-9]+$", "");
          languages.computeIfAbsent(story, s -> new HashSet<>()).add(article.path("lang").asText());
          outlets.computeIfAbsent(story, s -> new HashSet<>()).add(article.path("outlet").asText());
        });
    assertThat(languages.keySet())
        .filteredOn(story -> languages.getOrDefault(story, Set.of()).size() == 2)
        .filteredOn(story -> outlets.getOrDefault(story, Set.of()).size() >= 2)
        .hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void names_haveTheFormOfKnownNames() {
    Set<String> ids = names.stream().map(row -> row.get(0)).collect(Collectors.toSet());
    assertThat(ids).hasSameSizeAs(names);
    assertThat(names)
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(8);
              assertThat(Tables.alternatives(row.get(2))).isNotEmpty();
              assertThat(Tables.alternatives(row.get(3))).isNotEmpty();
              assertThat(Language.detect(row.get(2))).isEqualTo(Language.ENGLISH);
              assertThat(Language.detect(row.get(3))).isEqualTo(Language.ARABIC);
              assertThat(Tables.alternatives(row.get(5))).isSubsetOf(ids);
            });
  }

  @Test
  void names_areNoneOfTheKnownOnes() {
    Set<String> known = new HashSet<>();
    for (List<String> row : Tables.shipped("known-names.tsv")) {
      known.add(row.get(0));
      known.addAll(Tables.alternatives(row.get(2)));
      known.addAll(Tables.alternatives(row.get(3)));
      known.addAll(Tables.alternatives(row.get(4)));
    }
    assertThat(names)
        .allSatisfy(
            row -> {
              assertThat(known).doesNotContain(row.get(0));
              assertThat(known).doesNotContainAnyElementsOf(Tables.alternatives(row.get(2)));
              assertThat(known).doesNotContainAnyElementsOf(Tables.alternatives(row.get(3)));
            });
  }

  @Test
  void questions_areMany_ofEveryKind() {
    for (Language language : Language.values()) {
      assertThat(questions)
          .filteredOn(question -> question.language() == language)
          .hasSizeGreaterThanOrEqualTo(30)
          .anyMatch(question -> question.answerable() && isCrossLanguage(question));
    }
    assertThat(questions)
        .filteredOn(question -> !question.answerable())
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(question -> assertThat(question.articles()).isEmpty());
    assertThat(questions).extracting(Question::words).doesNotHaveDuplicates();
    assertThat(questions)
        .allSatisfy(q -> assertThat(Language.detect(q.words())).isEqualTo(q.language()));
  }

  @Test
  void answers_occurVerbatimInTheirArticles() {
    assertThat(questions)
        .filteredOn(Question::answerable)
        .allSatisfy(
            question ->
                assertThat(question.articles())
                    .isNotEmpty()
                    .isSubsetOf(articles.keySet())
                    .anyMatch(id -> text(id).contains(question.verbatim())));
  }

  private static boolean isCrossLanguage(Question question) {
    return question.articles().stream()
        .allMatch(id -> Language.detect(text(id)) == question.language().other());
  }

  private static String text(String id) {
    return requireNonNull(articles.get(id), id).path("text").asText();
  }

  private static int sentences(JsonNode article) {
    int count = 0;
    for (String paragraph : article.path("text").asText().split("\n", -1)) {
      BreakIterator ends =
          BreakIterator.getSentenceInstance(Locale.forLanguageTag(article.path("lang").asText()));
      ends.setText(paragraph);
      while (ends.next() != BreakIterator.DONE) {
        count++;
      }
    }
    return count;
  }

  private static InputStream resource(String name) {
    return requireNonNull(
        SampleCorpusTest.class.getResourceAsStream("/news/isnad/bot/terminal/" + name), name);
  }
}
