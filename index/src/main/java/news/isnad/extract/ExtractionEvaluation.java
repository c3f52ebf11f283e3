package news.isnad.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import news.isnad.text.Charsets;

/**
 * Extracts every page of a folder ({@code ID.html.gz} or {@code ID.html}) and writes one JSON
 * object: {@code {"ID": {"articleBody": "..."}}}. Safe for concurrent use.
 */
public final class ExtractionEvaluation {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ArticleExtractor extractor;

  public ExtractionEvaluation(ArticleExtractor extractor) {
    this.extractor = extractor;
  }

  /**
   * Extracts the pages of a folder.
   *
   * @return number of pages
   * @throws IOException if a page cannot be read or the result cannot be written
   */
  public int run(Path pages, Path out) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(pages)) {
      files = all.filter(ExtractionEvaluation::isPage).sorted().toList();
    }
    Map<String, String> bodies = new ConcurrentHashMap<>();
    files.parallelStream().forEach(file -> bodies.put(id(file), body(file)));
    ObjectNode found = JSON.createObjectNode();
    new TreeMap<>(bodies).forEach((id, body) -> found.putObject(id).put("articleBody", body));
    JSON.writeValue(out.toFile(), found);
    return files.size();
  }

  private static boolean isPage(Path file) {
    String name = name(file);
    return name.endsWith(".html.gz") || name.endsWith(".html");
  }

  private static String id(Path file) {
    return name(file).replaceAll("\\.html(\\.gz)?$", "");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private String body(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = name(file).endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      String html = Charsets.decode(in.readAllBytes(), Optional.of("text/html")).text();
      return extractor.extract(html, Optional.empty()).body();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
