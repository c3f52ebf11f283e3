package news.isnad.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final String HOSTILE = "Coral\u001B[2J \u202Etsop\u202C\u009B31m\nPost";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      Terminal.of(
          new ByteArrayInputStream(new byte[0]),
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8));

  @Test
  void said_isCleanAndOnOneLine() {
    terminal.say("%s: %d items", HOSTILE, 3);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("Coral[2J tsop31m Post: 3 items\n".replace("\n", System.lineSeparator()));
  }

  @Test
  void passage_isCleanAndKeepsItsLines() {
    terminal.passage(HOSTILE);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("Coral[2J tsop31m", "Post");
  }

  @Test
  void problem_isClean() {
    terminal.problem(HOSTILE);
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("isnad: Coral[2J tsop31m Post");
  }

  @Test
  void json_holdsTheSameWordsAndSteersNothing() throws IOException {
    ObjectNode object = Terminal.object();
    object.put("title", HOSTILE + " «ميناء»");
    terminal.json(object);
    String line = out.toString(StandardCharsets.UTF_8).strip();
    assertThat(line).doesNotContainPattern("[\\p{Cc}\\u202A-\\u202E]").contains("«ميناء»");
    assertThat(new ObjectMapper().readTree(line).get("title").asText())
        .isEqualTo(HOSTILE + " «ميناء»");
  }
}
