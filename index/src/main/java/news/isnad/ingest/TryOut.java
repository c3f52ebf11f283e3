package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.Source;
import news.isnad.feed.Feed;
import news.isnad.feed.FeedReader;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.Fetcher;
import news.isnad.fetch.Fetcher.Purpose;
import news.isnad.fetch.Validators;
import news.isnad.text.Charsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Looks at an address before it is tracked, and stores nothing.
 *
 * <ul>
 *   <li>A feed is what it is. Of a page, the feeds that it names; where it names none, those at the
 *       usual places of its site, and the sitemaps that {@code robots.txt} names, those for news
 *       first; and the page itself, if it is an article.
 *   <li>Of the first feed, up to three articles are read as a poll would read them.
 *   <li>How many of its items are stored already shows what it would add.
 * </ul>
 *
 * <p>Every address goes through the guard. Safe for concurrent use.
 */
public final class TryOut {
  private static final int MOST_NAMED = 5;
  private static final int MOST_SITEMAPS = 3;
  private static final int SAMPLES = 3;
  private static final int BEGINNING = 160;
  private static final List<String> USUAL_PLACES =
      List.of("/feed", "/rss.xml", "/rss", "/feed.xml", "/atom.xml", "/index.xml");

  private final Fetcher web;
  private final DocumentReader documents;
  private final ArticleStore articles;
  private final ItemArticles items;

  public TryOut(Fetcher web, DocumentReader documents, ArticleStore articles) {
    this.web = requireNonNull(web, "web is null");
    this.documents = requireNonNull(documents, "documents is null");
    this.articles = requireNonNull(articles, "articles is null");
    this.items = new ItemArticles(web, documents);
  }

  /**
   * Something that could be tracked. Immutable.
   *
   * @param name what it calls itself; hostile
   * @param items how many items it offers now
   * @param known how many of them are stored already
   */
  public record Offer(URI address, Source.Kind kind, String name, int items, int known) {}

  /**
   * An article as it would be stored. Immutable.
   *
   * @param characters length of its text
   * @param beginning of its text; hostile
   */
  public record Sample(ArticleDraft article, int characters, String beginning) {}

  /**
   * What was found. Immutable.
   *
   * @param offers the best first
   * @param samples articles of the first offer
   * @param without how many of the items looked at had no text
   * @param problems what could not be read, one sentence each
   */
  public record Trial(
      List<Offer> offers, List<Sample> samples, int without, List<String> problems) {
    public Trial {
      offers = List.copyOf(offers);
      samples = List.copyOf(samples);
      problems = List.copyOf(problems);
    }
  }

  /** What is behind an address, without its bytes. */
  private sealed interface Behind {
    record Of(URI address, Feed feed) implements Behind {}

    record Page(URI address, List<ArticleDraft> drafts, Set<String> named) implements Behind {}

    record Nothing(String why) implements Behind {}
  }

  /** Looks at an address. May take as long as some twenty fetches may. */
  public Trial of(String address) {
    List<String> problems = new ArrayList<>();
    List<Behind.Of> feeds = new ArrayList<>();
    List<Offer> offers = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    switch (look(address)) {
      case Behind.Of feed -> feeds.add(feed);
      case Behind.Page page -> {
        feeds.addAll(discovered(page, problems));
        page.drafts().stream().limit(1).map(TryOut::sample).forEach(samples::add);
      }
      case Behind.Nothing(String why) -> problems.add(address + ": " + why);
    }
    feeds.forEach(feed -> offers.add(offer(feed)));
    if (feeds.isEmpty()) {
      samples.forEach(each -> offers.add(page(each, address)));
      return new Trial(offers, samples, 0, problems);
    }
    int looked = Math.min(SAMPLES, feeds.getFirst().feed().items().size());
    List<Sample> read = samples(feeds.getFirst());
    return new Trial(offers, read, looked - read.size(), problems);
  }

  private Behind look(String address) {
    return web.read(
        address,
        Validators.NONE,
        Purpose.NAMED,
        fetched ->
            switch (fetched) {
              case Fetched.Body body -> behind(body);
              case Fetched.Unchanged() -> new Behind.Nothing("it answered without a document");
              case Fetched.Refused refused -> new Behind.Nothing(refused.why());
              case Fetched.Failed failed -> new Behind.Nothing(failed.why());
            });
  }

  private Behind behind(Fetched.Body body) {
    byte[] bytes = body.content().bytes();
    Feed feed = new FeedReader().read(bytes, body.content().type(), Optional.of(body.address()));
    if (feed.isFeed()) {
      return new Behind.Of(body.address(), feed);
    }
    Document document =
        documents.read(bytes, body.address().toString(), body.content().type(), Given.NOTHING);
    List<ArticleDraft> drafts =
        document instanceof Document.Articles found
            ? ItemArticles.onOwnSite(found.drafts(), body.address())
            : List.of();
    return new Behind.Page(body.address(), drafts, named(body));
  }

  /** The feeds that a page names. */
  private static Set<String> named(Fetched.Body body) {
    Charsets.Decoded decoded = Charsets.decode(body.content().bytes(), body.content().type());
    Set<String> named = new LinkedHashSet<>();
    if (!decoded.isText()) {
      return named;
    }
    for (Element link :
        Jsoup.parse(decoded.text(), body.address().toString()).select("link[rel][href]")) {
      String type = link.attr("type").toLowerCase(Locale.ROOT);
      boolean feed = type.contains("rss") || type.contains("atom") || type.contains("feed+json");
      boolean alternate =
          (" " + link.attr("rel").toLowerCase(Locale.ROOT) + " ").contains(" alternate ");
      if (feed && alternate && named.size() < MOST_NAMED && !link.absUrl("href").isEmpty()) {
        named.add(link.absUrl("href"));
      }
    }
    return named;
  }

  private List<Behind.Of> discovered(Behind.Page page, List<String> problems) {
    List<Behind.Of> feeds = new ArrayList<>();
    for (String named : page.named()) {
      take(named, feeds, problems);
    }
    for (String place : USUAL_PLACES) {
      if (feeds.isEmpty()) {
        take(page.address().resolve(place).toString(), feeds, new ArrayList<>());
      }
    }
    web.sitemaps(page.address()).stream()
        .sorted((one, other) -> Boolean.compare(isForNews(other), isForNews(one)))
        .limit(MOST_SITEMAPS)
        .forEach(sitemap -> take(sitemap, feeds, problems));
    return feeds;
  }

  private static boolean isForNews(String sitemap) {
    return sitemap.toLowerCase(Locale.ROOT).contains("news");
  }

  private void take(String address, List<Behind.Of> feeds, List<String> problems) {
    switch (look(address)) {
      case Behind.Of feed -> {
        if (feeds.stream().noneMatch(other -> other.address().equals(feed.address()))) {
          feeds.add(feed);
        }
      }
      case Behind.Page _ -> problems.add(address + ": what is there is not a feed");
      case Behind.Nothing(String why) -> problems.add(address + ": " + why);
    }
  }

  private Offer offer(Behind.Of found) {
    Feed feed = found.feed();
    String name =
        feed.title().isBlank()
            ? Optional.ofNullable(found.address().getHost()).orElse(found.address().toString())
            : feed.title();
    long known =
        feed.items().stream()
            .map(item -> ItemArticles.Item.of(item, found.address().toString()))
            .filter(item -> articles.knows(Optional.of(item.guid()), item.link()))
            .count();
    return new Offer(
        found.address(), Source.Kind.FEED, name, feed.items().size(), Math.toIntExact(known));
  }

  private Offer page(Sample sample, String address) {
    Optional<URI> url = sample.article().url();
    boolean known = articles.knows(Optional.empty(), url);
    return new Offer(
        url.orElseGet(() -> URI.create(address)),
        Source.Kind.PAGE,
        sample.article().outlet(),
        1,
        known ? 1 : 0);
  }

  private List<Sample> samples(Behind.Of found) {
    return found.feed().items().stream()
        .limit(SAMPLES)
        .map(item -> ItemArticles.Item.of(item, found.address().toString()))
        .flatMap(item -> items.read(found.feed(), item, Given.NOTHING).article().stream())
        .map(TryOut::sample)
        .toList();
  }

  private static Sample sample(ArticleDraft article) {
    String line = article.text().replaceAll("\\s+", " ");
    return new Sample(
        article,
        article.text().length(),
        line.length() > BEGINNING ? line.substring(0, BEGINNING) + "…" : line);
  }
}
