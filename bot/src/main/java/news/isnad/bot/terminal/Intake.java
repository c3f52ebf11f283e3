package news.isnad.bot.terminal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.bot.assembly.Pages;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.engine.Engine;
import news.isnad.feed.Feed;
import news.isnad.fetch.Content;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.Fetcher.Purpose;
import news.isnad.fetch.Validators;
import news.isnad.ingest.Document;
import news.isnad.ingest.DocumentReader;
import news.isnad.ingest.Given;
import news.isnad.ingest.Ingest;
import news.isnad.ingest.IngestListener;
import news.isnad.ingest.ItemArticles;

/**
 * Takes files, folders and addresses in, and counts what became of them. Confined to one thread.
 */
final class Intake {
  private static final int TOGETHER = 200;

  private final Engine engine;
  private final SourcesAtWork sources;
  private final Terminal terminal;
  private final Given given;
  private final DocumentReader documents = Pages.documents();
  private final ItemArticles items;
  private final Ingest ingest;
  private final List<ArticleDraft> waiting = new ArrayList<>();
  private Counting counting = new Counting("");

  Intake(Engine engine, SourcesAtWork sources, Terminal terminal, Given given) {
    this.engine = engine;
    this.sources = sources;
    this.terminal = terminal;
    this.given = given;
    this.items = new ItemArticles(sources.web(), documents);
    this.ingest =
        new Ingest(
            engine.articles(),
            new IngestListener() {
              @Override
              public void stored(ArticleDraft draft, Stored outcome) {
                counting.count(outcome);
              }

              @Override
              public void setAside(ArticleDraft draft, RuntimeException defect) {
                counting.problems.add("“" + draft.title() + "” could not be stored: " + defect);
              }
            });
  }

  /**
   * What became of one input.
   *
   * @param problems what was not taken, and why
   */
  record Taken(String input, int added, int changed, int known, List<String> problems) {
    Taken {
      problems = List.copyOf(problems);
    }
  }

  private static final class Counting {
    private final String input;
    private final List<String> problems = new ArrayList<>();
    private int added;
    private int changed;
    private int known;

    Counting(String input) {
      this.input = input;
    }

    void count(Stored outcome) {
      switch (outcome) {
        case Stored.Added _ -> added++;
        case Stored.Changed _ -> changed++;
        case Stored.Known _ -> known++;
      }
    }

    int all() {
      return added + changed + known;
    }
  }

  /** Takes a file, or everything in a folder. */
  Taken path(Path path) {
    counting = new Counting(path.toString());
    try (Progress progress = new Progress(terminal, "articles taken", 0)) {
      if (Files.isDirectory(path)) {
        folder(path, progress);
      } else {
        file(path, progress);
      }
    }
    return taken();
  }

  private void folder(Path folder, Progress progress) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!String.valueOf(file.getFileName()).startsWith(".")) {
          file(file, progress);
        }
      }
    } catch (IOException e) {
      counting.problems.add(folder + " cannot be read: " + e.getMessage());
    }
  }

  private void file(Path file, Progress progress) {
    if (!Files.isReadable(file)) {
      counting.problems.add(file + " does not exist or cannot be read");
      return;
    }
    switch (documents.read(file, given, draft -> take(draft, progress))) {
      case Document.HandedOn handedOn -> counting.problems.addAll(handedOn.problems());
      case Document.FeedItems items -> feed(items.feed(), file.toString(), progress);
      case Document.Refused refused -> counting.problems.add(refused.why());
    }
    flush();
    progress.at(counting.all());
  }

  /** Takes what is at an address. */
  Taken address(String address) {
    counting = new Counting(address);
    try (Progress progress = new Progress(terminal, "articles taken", 0)) {
      Fetched found =
          sources
              .web()
              .readBeginning(
                  address, Validators.NONE, Purpose.PAGE, documents::wanted, fetched -> fetched);
      switch (found) {
        case Fetched.Body body -> body(body, progress);
        case Fetched.Unchanged _ -> counting.problems.add("it answered without a document");
        case Fetched.Refused refused -> counting.problems.add(refused.why());
        case Fetched.Failed failed -> failed(address, failed);
      }
    }
    return taken();
  }

  /** What is gone was withdrawn, if it was stored. */
  private void failed(String address, Fetched.Failed failed) {
    int withdrawn = failed.isGone() ? engine.articles().withdraw(URI.create(address)) : 0;
    counting.problems.add(
        withdrawn == 0 ? failed.why() : failed.why() + ": the stored article is withdrawn");
  }

  private void body(Fetched.Body body, Progress progress) {
    Content content = body.content();
    String name = body.address().toString();
    switch (documents.read(content.bytes(), name, content.type(), given)) {
      case Document.Articles articles -> {
        counting.problems.addAll(articles.problems());
        articles.drafts().forEach(draft -> take(draft, progress));
      }
      case Document.FeedItems items -> feed(items.feed(), name, progress);
      case Document.Refused refused -> counting.problems.add(refused.why());
    }
  }

  private void take(ArticleDraft draft, Progress progress) {
    waiting.add(draft);
    if (waiting.size() >= TOGETHER) {
      flush();
      progress.at(counting.all());
    }
  }

  private void flush() {
    if (!waiting.isEmpty()) {
      ingest.take(List.copyOf(waiting));
      waiting.clear();
    }
  }

  private Taken taken() {
    flush();
    return new Taken(
        counting.input, counting.added, counting.changed, counting.known, counting.problems);
  }

  // ---- feeds

  private void feed(Feed feed, String name, Progress progress) {
    counting.problems.addAll(feed.problems());
    for (ItemArticles.Item item : ItemArticles.Item.of(feed, name)) {
      item(feed, item);
      flush();
      progress.at(counting.all());
    }
  }

  /** The border of one item. */
  private void item(Feed feed, ItemArticles.Item item) {
    if (engine.articles().knows(Optional.of(item.guid()), item.link())) {
      counting.known++;
      return;
    }
    ItemArticles.Held held = items.read(feed, item, given);
    if (held.article().isPresent()) {
      waiting.add(held.article().get());
    } else {
      counting.problems.add(
          "“"
              + item.item().title()
              + "”: "
              + held.why()
                  .map(why -> "the feed holds no article, and its page is not to be had: " + why)
                  .orElse("neither its page nor the feed holds an article"));
    }
  }
}
