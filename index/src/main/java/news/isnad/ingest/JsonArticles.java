package news.isnad.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.isnad.article.ArticleDraft;
import news.isnad.text.DateReader;
import news.isnad.text.Language;

/**
 * Reads articles, one JSON object a line: {@code {"id", "url", "outlet", "title", "lang",
 * "published", "text" or "sentences"}}. Holds one line at a time. A bad line costs no other one.
 * Used once, by one thread.
 */
final class JsonArticles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_PROBLEMS = 1_000;

  /** In characters; an article is never longer. */
  private static final int LONGEST_LINE = 5_000_000;

  private final Given given;
  private final String outletWhereNone;
  private final Consumer<ArticleDraft> taker;
  private final DateReader dates = DateReader.noon();
  private final List<String> problems = new ArrayList<>();
  private String place = "";
  private long taken;
  private long passedOver;

  JsonArticles(Given given, String outletWhereNone, Consumer<ArticleDraft> taker) {
    this.given = given;
    this.outletWhereNone = outletWhereNone;
    this.taker = taker;
  }

  long taken() {
    return taken;
  }

  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    if (passedOver > 0) {
      all.add("and " + passedOver + " more problems");
    }
    return all;
  }

  /** Reads a whole document; what the taker throws goes through. */
  void lines(Reader in) throws IOException {
    Lines lines = new Lines(in, LONGEST_LINE);
    for (int number = 1; lines.next(); number++) {
      place = "line " + number + ": ";
      if (lines.isTooLong()) {
        problem("longer than " + LONGEST_LINE + " characters");
        continue;
      }
      String line = lines.line();
      String tidy = line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (!tidy.isBlank()) {
        draft(tidy).ifPresent(this::hand);
      }
    }
  }

  /** Reads one object that may go over several lines. */
  void object(String text) {
    draft(text).ifPresent(this::hand);
  }

  private void hand(ArticleDraft draft) {
    taker.accept(draft);
    taken++;
  }

  private Optional<ArticleDraft> draft(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node == null || !node.isObject()) {
        problem("not a JSON object");
        return Optional.empty();
      }
      return draft(node);
    } catch (JsonProcessingException e) {
      problem("not JSON: " + e.getOriginalMessage());
      return Optional.empty();
    }
  }

  private Optional<ArticleDraft> draft(JsonNode node) {
    Optional<String> text = text(node);
    if (text.isEmpty() || text.get().isBlank()) {
      problem("no text");
      return Optional.empty();
    }
    Optional<String> lang = field(node, "lang");
    Optional<Language> language = given.language().or(() -> lang.flatMap(Language::of));
    if (language.isEmpty() && lang.isPresent()) {
      problem("the language " + lang.get() + " is neither ar nor en");
      return Optional.empty();
    }
    if (text.get().indexOf('\uFFFD') >= 0) {
      problem("some characters of the text could not be read");
    }
    return Optional.of(
        new ArticleDraft(
            field(node, "id"),
            field(node, "url").flatMap(this::address),
            Optional.empty(),
            given.outlet().or(() -> field(node, "outlet")).orElse(outletWhereNone),
            field(node, "title").orElse(""),
            language.orElseGet(() -> Language.detect(text.get())),
            given.published().or(() -> published(node)),
            text.get()));
  }

  /** The text as it stands: offsets into it are the giver's own. */
  private static Optional<String> text(JsonNode node) {
    JsonNode text = node.path("text");
    if (text.isTextual()) {
      return Optional.of(text.textValue());
    }
    JsonNode sentences = node.path("sentences");
    if (!sentences.isArray()) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>();
    for (JsonNode sentence : sentences) {
      if (!sentence.isTextual()) {
        return Optional.empty();
      }
      all.add(sentence.textValue());
    }
    return Optional.of(String.join("\n", all));
  }

  private Optional<Instant> published(JsonNode node) {
    Optional<String> written = field(node, "published");
    Optional<Instant> read = written.flatMap(dates::read);
    if (written.isPresent() && read.isEmpty()) {
      problem("the date cannot be read; the article is taken without one");
    }
    return read;
  }

  private Optional<URI> address(String written) {
    try {
      return Optional.of(new URI(written));
    } catch (URISyntaxException e) {
      problem("the address cannot be read; the article is taken without one");
      return Optional.empty();
    }
  }

  private static Optional<String> field(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Optional.of(value.asText().strip())
        : Optional.empty();
  }

  private void problem(String what) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(place + what);
    } else {
      passedOver++;
    }
  }
}
