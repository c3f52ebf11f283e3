package news.isnad.topic;

import java.util.ArrayList;
import java.util.List;
import news.isnad.text.Language;
import news.isnad.topic.TopicWords.Use;

/** Writes topics so that {@link TopicParser} reads the same again. Stateless. */
public final class TopicText {
  private static final TopicWords WORDS = TopicWords.shipped();

  private TopicText() {}

  /** The topic in the words of a language's operators and filters. */
  public static String of(Topic topic, Language language) {
    return switch (topic) {
      case Topic.Words(String text) -> text;
      case Topic.Phrase(String text) -> quoted(text);
      case Topic.Speaker(String name) -> filter(Use.SPEAKER, quoted(name), language);
      case Topic.Outlet(String name) -> filter(Use.OUTLET, quoted(name), language);
      case Topic.Place(String name) -> filter(Use.PLACE, quoted(name), language);
      case Topic.In(Language in) -> filter(Use.LANGUAGE, in.code(), language);
      case Topic.Not(Topic part) -> "-" + operand(part, language);
      case Topic.All(List<Topic> parts) -> joined(parts, " ", language);
      case Topic.Any(List<Topic> parts) ->
          joined(parts, " " + WORDS.written(Use.OR, language) + " ", language);
    };
  }

  private static String joined(List<Topic> parts, String between, Language language) {
    List<String> written = new ArrayList<>();
    for (Topic part : parts) {
      boolean bracket =
          part instanceof Topic.Any
              || (!between.isBlank() && operand(part, language).startsWith("("));
      written.add(bracket ? "(" + of(part, language) + ")" : of(part, language));
    }
    return String.join(between, written);
  }

  private static String operand(Topic part, Language language) {
    String text = of(part, language);
    boolean one =
        switch (part) {
          case Topic.Words _ -> text.indexOf(' ') < 0;
          case Topic.All _, Topic.Any _, Topic.Not _ -> false;
          case Topic.Phrase _, Topic.Speaker _, Topic.Outlet _, Topic.Place _, Topic.In _ -> true;
        };
    return one ? text : "(" + text + ")";
  }

  private static String filter(Use use, String value, Language language) {
    return WORDS.written(use, language) + ":" + value;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
