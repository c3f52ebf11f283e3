package news.isnad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.isnad.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedEvaluationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"expectations.jsonl, 915", "expectations-arabic.jsonl, 20"})
  void feeds_fromTheWild_areRead(String list, int atLeast) throws IOException {
    Path expected = Shared.path("eval/feeds/" + list);
    Path found = folder.resolve("found.jsonl");

    new FeedEvaluation(new FeedReader()).run(expected.getParent(), expected, found);

    List<String> want = Files.readAllLines(expected);
    List<String> got = Files.readAllLines(found);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < want.size(); i++) {
      JsonNode a = JSON.readTree(want.get(i));
      JsonNode b = JSON.readTree(got.get(i));
      if (!b.path("error").isNull() || a.path("entries").asInt() != b.path("entries").asInt()) {
        wrong.add(b.toString());
      }
    }
    assertThat(want.size() - wrong.size()).as("wrong: %s", wrong).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void run_writesWhatWasFound() throws IOException {
    Files.writeString(
        folder.resolve("a.xml"),
        "<rss><channel><item><title>One</title><link>/1</link></item></channel></rss>");
    Files.writeString(folder.resolve("b.xml"), "<html></html>");
    Path list = folder.resolve("list.jsonl");
    Files.writeString(
        list,
        """
        {"file": "a.xml", "content_type": null, "base_url": "http://paper.example/feed"}
        {"file": "b.xml", "content_type": "text/html", "base_url": null}
        """);
    Path out = folder.resolve("out.jsonl");

    int count = new FeedEvaluation(new FeedReader()).run(folder, list, out);

    assertThat(count).isEqualTo(2);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0))
        .startsWith(
            "{\"file\":\"a.xml\",\"error\":null,\"entries\":1,\"first_title\":\"One\","
                + "\"first_link\":\"http://paper.example/1\",\"first_published\":null,\"millis\":");
    assertThat(lines.get(1)).contains("\"error\":\"the document is no feed: html\"");
  }
}
