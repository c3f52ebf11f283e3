package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.config.Tables;
import news.isnad.lexicon.KnownNames;
import news.isnad.text.Language;

/**
 * The sample corpus that ships: invented articles, invented people, and questions to ask of them.
 */
final class Samples {
  /** When the samples are asked about: the day after the newest of them. */
  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private Samples() {}

  static List<ArticleDraft> articles() {
    ObjectMapper json = new ObjectMapper();
    List<ArticleDraft> articles = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream("sample.jsonl"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        articles.add(article(json.readTree(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("sample corpus cannot be read", e);
    }
    return articles;
  }

  private static ArticleDraft article(JsonNode line) {
    return new ArticleDraft(
        Optional.of(line.get("id").asText()),
        Optional.of(URI.create(line.get("url").asText())),
        Optional.empty(),
        line.get("outlet").asText(),
        line.get("title").asText(),
        Language.of(line.get("lang").asText()).orElseThrow(),
        Optional.of(Instant.parse(line.get("published").asText())),
        line.get("text").asText());
  }

  /** Everybody who is known, those of the samples included. */
  static KnownNames names() {
    List<List<String>> rows = new ArrayList<>(Tables.shipped("known-names.tsv"));
    try (InputStream in = stream("sample-names.tsv")) {
      rows.addAll(Tables.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("sample names cannot be read", e);
    }
    return KnownNames.of(rows);
  }

  private static InputStream stream(String name) {
    return Objects.requireNonNull(Samples.class.getResourceAsStream(name), name);
  }
}
