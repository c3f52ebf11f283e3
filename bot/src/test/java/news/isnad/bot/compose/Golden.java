package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;

/**
 * Compares messages with files in {@code golden}. Invisible characters are written out, as {@code
 * {FSI}}, so that a reviewer sees them. {@code -Disnad.golden=write} writes the files anew.
 */
public final class Golden {
  private Golden() {}

  public static void assertThatMatches(Class<?> test, String name, Message message) {
    StrictHtml.check(message);
    assertThatMatches(test, name, written(message));
  }

  /** The same for other words, such as those of a picture. */
  public static void assertThatMatches(Class<?> test, String name, String written) {
    String folder = test.getPackageName().replace('.', '/') + "/golden/";
    Path file = Path.of("src/test/resources", folder, name + ".txt");
    try {
      if ("write".equals(System.getProperty("isnad.golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, written);
      }
      assertThat(written).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("golden file " + file + " cannot be read", e);
    }
  }

  /** The same without the ids on its buttons, which differ each time. */
  public static Message withoutIds(Message message) {
    return message.withButtons(
        message.buttons().stream()
            .map(row -> row.stream().map(Golden::withoutId).toList())
            .toList());
  }

  private static Button withoutId(Button button) {
    return button instanceof Button.Callback(String text, String data)
        ? new Button.Callback(
            text,
            data.replaceAll("(?<=[:.])[A-Za-z0-9_-]{11}(?=$|\\.)", "ID")
                .replaceAll("(?<=ID\\.)[A-Za-z0-9_-]{8}$", "MARK"))
        : button;
  }

  /** A message with its buttons, as a reviewer reads it. */
  public static String written(Message message) {
    return shown(message.html())
        + "\n"
        + message.buttons().stream().map(Golden::row).collect(Collectors.joining())
        + message.previewUrl().map(url -> "preview " + url + "\n").orElse("")
        + message.replyPrompt().map(prompt -> "prompt " + shown(prompt) + "\n").orElse("");
  }

  private static String row(List<Button> row) {
    return row.stream()
            .map(
                button ->
                    switch (button) {
                      case Button.Callback(String text, String data) ->
                          "[" + shown(text) + " | " + data + "]";
                      case Button.Copy(String text, String copied) ->
                          "[" + text + " = " + copied.replace("\n", "⏎") + "]";
                      case Button.Link(String text, String url) ->
                          "[" + shown(text) + " > " + url + "]";
                    })
            .collect(Collectors.joining(" "))
        + "\n";
  }

  private static String shown(String text) {
    return text.replace("\u2068", "{FSI}")
        .replace("\u2069", "{PDI}")
        .replace("\u200E", "{LRM}")
        .replace("\u200F", "{RLM}");
  }
}
