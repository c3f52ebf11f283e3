package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.SqlArticleStore;
import news.isnad.bot.assembly.Pages;
import news.isnad.engine.Engine;
import news.isnad.ingest.Document;
import news.isnad.ingest.Given;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.store.Database;
import news.isnad.story.Placement;
import news.isnad.story.Stories;
import news.isnad.story.TraitReader;

/**
 * Takes articles in, in the order of time, and writes the story of each as it is known in the end.
 * Confined to one thread.
 */
final class StoriesEvaluation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 200;

  private final PrintStream out;
  private final Path temporary;

  StoriesEvaluation(PrintStream out, Path temporary) {
    this.out = out;
    this.temporary = temporary;
  }

  /** One line for each article of the file, in the order of the file. */
  void run(Path file) throws IOException {
    List<ArticleDraft> drafts = drafts(file);
    try (Database database = Database.open(temporary.resolve("isnad.db"), Engine.MIGRATIONS)) {
      ArticleStore articles = new SqlArticleStore(database, InstantSource.system());
      Stories stories = stories(database);
      articles.store(
          drafts.stream()
              .sorted(Comparator.comparing(draft -> draft.published().orElse(Instant.MAX)))
              .toList());
      long after = 0;
      for (List<Edition> batch = articles.after(after, BATCH);
          !batch.isEmpty();
          batch = articles.after(after, BATCH)) {
        stories.follow(batch, Map.of());
        after = batch.getLast().sequence();
      }
      write(drafts, articles, stories);
    }
  }

  private static Stories stories(Database database) {
    KnownNames names = KnownNames.shipped();
    Lexicon lexicon = Lexicon.shipped();
    return new Stories(database, new TraitReader(names, new Translator(lexicon, names), lexicon));
  }

  private static List<ArticleDraft> drafts(Path file) throws IOException {
    List<ArticleDraft> drafts = new ArrayList<>();
    Document.Streamed read = Pages.documents().read(file, Given.NOTHING, drafts::add);
    if (read instanceof Document.Refused refused) {
      throw new IOException(refused.why());
    }
    return drafts;
  }

  private void write(List<ArticleDraft> drafts, ArticleStore articles, Stories stories)
      throws IOException {
    Map<Long, String> ids = new HashMap<>();
    articles.forEach(edition -> ids.put(edition.sequence(), edition.article()));
    for (ArticleDraft draft : drafts) {
      String id = draft.givenId().orElse("");
      ObjectNode line = JSON.createObjectNode();
      line.put("id", id);
      Optional<Placement> place =
          articles.current(id, draft.language()).flatMap(edition -> stories.of(edition.sequence()));
      place.ifPresent(found -> line.put("story", found.story()));
      place
          .flatMap(Placement::reprintOf)
          .map(ids::get)
          .ifPresent(original -> line.put("reprintOf", original));
      out.println(JSON.writeValueAsString(line));
    }
  }
}
