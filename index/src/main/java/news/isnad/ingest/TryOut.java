package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import news.isnad.text.Html;
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

  private static final Refusal NEWSLESS =
      new Refusal(Why.NEWSLESS, "it holds neither a feed nor an article");

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

  /** What is at an address. */
  public sealed interface Found permits Offer, Refusal {}

  /**
   * Something that could be tracked. Immutable.
   *
   * @param name what it calls itself; hostile
   * @param items how many items it offers now
   * @param known how many of them are stored already
   */
  public record Offer(URI address, Source.Kind kind, String name, int items, int known)
      implements Found {}

  /**
   * An article as it would be stored. Immutable.
   *
   * @param characters length of its text
   * @param beginning of its text; hostile
   */
  public record Sample(ArticleDraft article, int characters, String beginning) {}

  /** Why nothing can be tracked at an address. */
  public enum Why {
    /** Not http or https, no host, or a password in it. */
    ADDRESS,
    /** Private or special, or a port that is not allowed: the guard says no. */
    FORBIDDEN,
    ROBOTS,
    /** No answer, or one that leads in circles. */
    UNREACHABLE,
    /** The name of the host leads nowhere. */
    NAME,
    /** The server answered with a status that means no. */
    STATUS,
    SLOW,
    LARGE,
    /** It answers, and holds neither a feed nor an article. */
    NEWSLESS
  }

  /**
   * Nothing can be tracked.
   *
   * @param details what exactly, as a person would say it; hostile
   */
  public record Refusal(Why why, String details) implements Found {}

  /** How far a look has come. */
  public enum Stage {
    /** There is a page; its feeds are being looked for. */
    FEEDS,
    /** There is a feed; articles of it are being read. */
    ARTICLES
  }

  /**
   * What was found. Immutable.
   *
   * @param offers the best first
   * @param samples articles of the first offer
   * @param without how many of the items looked at had no text
   * @param problems what could not be read, one sentence each
   * @param refusal why there is no offer; empty where there is one
   */
  public record Trial(
      List<Offer> offers,
      List<Sample> samples,
      int without,
      List<String> problems,
      Optional<Refusal> refusal) {
    public Trial {
      offers = List.copyOf(offers);
      samples = List.copyOf(samples);
      problems = List.copyOf(problems);
      requireNonNull(refusal, "refusal is null");
    }

    /** One without an offer. */
    public static Trial refused(Refusal refusal) {
      return new Trial(List.of(), List.of(), 0, List.of(), Optional.of(refusal));
    }
  }

  /** What is behind an address, without its bytes. */
  private sealed interface Behind {
    record Of(URI address, Feed feed) implements Behind {}

    record Page(URI address, List<ArticleDraft> drafts, Set<String> named) implements Behind {}

    record Nothing(Refusal refusal) implements Behind {}
  }

  /** Why nothing can be tracked at an address, as far as it can be told without asking. */
  public Optional<Refusal> refusal(String address) {
    return web.refusal(address).map(refused -> new Refusal(why(refused.reason()), refused.why()));
  }

  /** Looks at an address. May take as long as some twenty fetches may. */
  public Trial of(String address) {
    return of(address, _ -> {});
  }

  /**
   * Looks at an address.
   *
   * @param stages is told how far it has come
   */
  public Trial of(String address, Consumer<Stage> stages) {
    return switch (look(address)) {
      case Behind.Of feed -> trial(List.of(feed), List.of(), new ArrayList<>(), stages);
      case Behind.Page page -> {
        stages.accept(Stage.FEEDS);
        List<String> problems = new ArrayList<>();
        List<Behind.Of> feeds = discovered(page, problems);
        yield trial(feeds, samples(page), problems, stages);
      }
      case Behind.Nothing(Refusal refusal) -> Trial.refused(refusal);
    };
  }

  /** What can be tracked at an address itself, without a look at its articles. */
  public Found only(String address) {
    return switch (look(address)) {
      case Behind.Of feed -> offer(feed);
      case Behind.Page page -> {
        List<Paged> articlesThere = samples(page);
        yield articlesThere.isEmpty() ? NEWSLESS : page(articlesThere.getFirst());
      }
      case Behind.Nothing(Refusal refusal) -> refusal;
    };
  }

  private Trial trial(
      List<Behind.Of> feeds, List<Paged> pages, List<String> problems, Consumer<Stage> stages) {
    List<Offer> offers = new ArrayList<>();
    feeds.forEach(feed -> offers.add(offer(feed)));
    pages.forEach(page -> offers.add(page(page)));
    if (feeds.isEmpty()) {
      Optional<Refusal> refusal = pages.isEmpty() ? Optional.of(NEWSLESS) : Optional.empty();
      return new Trial(offers, pages.stream().map(Paged::shown).toList(), 0, problems, refusal);
    }
    stages.accept(Stage.ARTICLES);
    int looked = Math.min(SAMPLES, feeds.getFirst().feed().items().size());
    List<Sample> read = samples(feeds.getFirst());
    return new Trial(offers, read, looked - read.size(), problems, Optional.empty());
  }

  private Behind look(String address) {
    return web.readBeginning(
        address,
        Validators.NONE,
        Purpose.NAMED,
        documents::wanted,
        fetched ->
            switch (fetched) {
              case Fetched.Body body -> behind(body);
              case Fetched.Unchanged() ->
                  nothing(Why.UNREACHABLE, "it answered without a document");
              case Fetched.Refused(Fetched.Reason reason, String why) -> nothing(why(reason), why);
              case Fetched.Failed failed -> nothing(why(failed.trouble()), failed.why());
            });
  }

  private static Behind nothing(Why why, String details) {
    return new Behind.Nothing(new Refusal(why, details));
  }

  private static Why why(Fetched.Reason reason) {
    return switch (reason) {
      case NOT_AN_ADDRESS, SCHEME, CREDENTIALS -> Why.ADDRESS;
      case PORT, PRIVATE_ADDRESS -> Why.FORBIDDEN;
      case TOO_MANY_REDIRECTS -> Why.UNREACHABLE;
      case TOO_LARGE -> Why.LARGE;
      case NOT_TEXT -> Why.NEWSLESS;
      case ROBOTS -> Why.ROBOTS;
    };
  }

  private static Why why(Fetched.Trouble trouble) {
    return switch (trouble) {
      case NAME -> Why.NAME;
      case CONNECTION, ANSWER -> Why.UNREACHABLE;
      case SLOW -> Why.SLOW;
      case STATUS -> Why.STATUS;
    };
  }

  private Behind behind(Fetched.Body body) {
    byte[] bytes = body.content().view();
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
    Charsets.Decoded decoded = Charsets.decode(body.content().view(), body.content().type());
    Set<String> named = new LinkedHashSet<>();
    if (!decoded.isText()) {
      return named;
    }
    for (Element link :
        Html.page(decoded.text(), body.address().toString()).select("link[rel][href]")) {
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
      case Behind.Nothing(Refusal refusal) -> problems.add(address + ": " + refusal.details());
    }
  }

  private Offer offer(Behind.Of found) {
    Feed feed = found.feed();
    String name =
        feed.title().isBlank()
            ? Optional.ofNullable(found.address().getHost()).orElse(found.address().toString())
            : feed.title();
    long known =
        ItemArticles.Item.of(feed, found.address().toString()).stream()
            .filter(item -> articles.knows(Optional.of(item.guid()), item.link()))
            .count();
    return new Offer(
        found.address(), Source.Kind.FEED, name, feed.items().size(), Math.toIntExact(known));
  }

  /** An article that a page is. */
  private record Paged(Sample shown, URI address) {}

  private static List<Paged> samples(Behind.Page page) {
    return page.drafts().stream()
        .limit(1)
        .map(draft -> new Paged(sample(draft), page.address()))
        .toList();
  }

  private Offer page(Paged paged) {
    ArticleDraft article = paged.shown().article();
    boolean known = articles.knows(Optional.empty(), article.url());
    return new Offer(
        article.url().orElse(paged.address()),
        Source.Kind.PAGE,
        article.outlet(),
        1,
        known ? 1 : 0);
  }

  private List<Sample> samples(Behind.Of found) {
    return ItemArticles.Item.of(found.feed(), found.address().toString()).stream()
        .limit(SAMPLES)
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
