package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.isnad.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionEvaluationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WORD = Pattern.compile("(?U)\\w+");

  @TempDir Path folder;

  @Test
  void run_writesTheBodyOfEveryPage() throws IOException {
    String text = "The new bridge opens on Sunday, the mayor said, three weeks ahead of schedule.";
    Files.writeString(folder.resolve("a.html"), "<article><p>" + text + "</p></article>");
    Files.writeString(folder.resolve("notes.txt"), "no page");
    Path out = folder.resolve("out.json");

    int count = new ExtractionEvaluation(new ArticleExtractor()).run(folder, out);

    assertThat(count).isEqualTo(1);
    assertThat(Files.readString(out)).isEqualTo("{\"a\":{\"articleBody\":\"" + text + "\"}}");
  }

  @Test
  void pages_fromTheWild_areWellExtracted() throws IOException {
    Path set = Shared.path("eval/extraction");

    double english = f1(set.resolve("html"), set.resolve("ground-truth.json"), "");
    double arabic = f1(set.resolve("arabic/html"), set.resolve("arabic/ground-truth.json"), "ar-");

    assertThat(english).isGreaterThan(0.95);
    assertThat(arabic).isGreaterThan(0.94);
  }

  /** Mean precision and recall over groups of four words, as the set's scorer counts them. */
  private double f1(Path pages, Path truth, String prefix) throws IOException {
    Path out = folder.resolve("found.json");
    new ExtractionEvaluation(new ArticleExtractor()).run(pages, out);
    JsonNode found = JSON.readTree(out.toFile());
    JsonNode wanted = JSON.readTree(truth.toFile());
    double precision = 0;
    double recall = 0;
    int count = 0;
    for (Iterator<String> ids = wanted.fieldNames(); ids.hasNext(); ) {
      String id = ids.next();
      if (id.startsWith(prefix)) {
        Map<List<String>, Integer> want = groups(wanted.path(id).path("articleBody").asText());
        Map<List<String>, Integer> got = groups(found.path(id).path("articleBody").asText());
        double hit = 0;
        for (Map.Entry<List<String>, Integer> group : want.entrySet()) {
          hit += Math.min(group.getValue(), got.getOrDefault(group.getKey(), 0));
        }
        precision += hit / Math.max(1, sum(got));
        recall += hit / Math.max(1, sum(want));
        count++;
      }
    }
    return 2 * precision * recall / (precision + recall) / count;
  }

  private static int sum(Map<List<String>, Integer> groups) {
    return groups.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<List<String>, Integer> groups(String text) {
    List<String> words = WORD.matcher(text).results().map(r -> r.group()).toList();
    Map<List<String>, Integer> groups = new HashMap<>();
    for (int i = 0; i + 4 <= words.size(); i++) {
      groups.merge(words.subList(i, i + 4), 1, Integer::sum);
    }
    return groups;
  }
}
