package news.isnad.bot.assembly;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.bot.operator.Audit;
import news.isnad.bot.operator.IntakeDesk;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.Fetcher;
import news.isnad.fetch.Validators;
import news.isnad.ingest.Document;
import news.isnad.ingest.DocumentReader;
import news.isnad.ingest.Given;
import news.isnad.ingest.Ingest;
import news.isnad.ingest.IngestListener;
import news.isnad.store.Database;

/** Takes in what operators hand in. Safe for concurrent use. */
final class Intakes implements IntakeDesk {
  private final Fetcher web;
  private final DocumentReader documents;
  private final Ingest ingest;
  private final Database database;
  private final Audit audit;

  Intakes(
      Fetcher web,
      DocumentReader documents,
      ArticleStore articles,
      Database database,
      Audit audit) {
    this.web = requireNonNull(web, "web is null");
    this.documents = requireNonNull(documents, "documents is null");
    this.ingest = new Ingest(articles, IngestListener.NONE);
    this.database = requireNonNull(database, "database is null");
    this.audit = requireNonNull(audit, "audit is null");
  }

  @Override
  public Outcome link(URI address, long by) {
    return web.read(
        address.toString(),
        Validators.NONE,
        Fetcher.Purpose.HANDED_IN,
        fetched -> take(fetched, address, by));
  }

  private Outcome take(Fetched fetched, URI address, long by) {
    return switch (fetched) {
      case Fetched.Body body ->
          take(
              documents.read(
                  body.content().bytes(),
                  body.address().toString(),
                  body.content().type(),
                  Given.NOTHING),
              address.toString(),
              by);
      case Fetched.Unchanged _ -> new Outcome.Refused("it answered without a document");
      case Fetched.Refused refused -> new Outcome.Refused(refused.why());
      case Fetched.Failed failed -> new Outcome.Refused(failed.why());
    };
  }

  @Override
  public Outcome file(byte[] content, String name, Optional<String> outlet, long by) {
    String called = name.isBlank() ? "file" : name;
    Given given = new Given(outlet, Optional.empty(), Optional.empty(), Optional.empty());
    return take(documents.read(content, called, Optional.empty(), given), called, by);
  }

  private Outcome take(Document document, String from, long by) {
    return switch (document) {
      case Document.Articles articles when !articles.drafts().isEmpty() ->
          take(articles.drafts(), from, by);
      case Document.Articles _ -> new Outcome.Refused("no article found");
      case Document.FeedItems _ -> new Outcome.Feed();
      case Document.Refused refused -> new Outcome.Refused(refused.why());
    };
  }

  /** The deed is written with what is stored, or neither is. */
  private Outcome take(List<ArticleDraft> drafts, String from, long by) {
    return database.inTransaction(
        handle -> {
          List<ArticleStore.Stored> stored = ingest.take(drafts);
          int known =
              Math.toIntExact(
                  stored.stream().filter(ArticleStore.Stored.Known.class::isInstance).count());
          if (known < stored.size()) {
            audit.write(handle, by, Audit.Deed.TAKE_IN, from);
          }
          ArticleDraft first = drafts.getFirst();
          return new Outcome.Taken(first.title(), first.outlet(), stored.size() - known, known);
        });
  }
}
