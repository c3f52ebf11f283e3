package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.isnad.article.ArticleDraft;
import news.isnad.extract.AmpCache;
import news.isnad.extract.Outlets;
import news.isnad.feed.Feed;
import news.isnad.feed.FeedItem;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.Fetcher;
import news.isnad.fetch.Fetcher.Purpose;
import news.isnad.fetch.Validators;
import news.isnad.text.Language;

/**
 * The articles of a feed's items, whoever reads the feed.
 *
 * <ul>
 *   <li>An item is known by its guid, which counts within its feed unless it is an address, or by
 *       its link; where the feed says the same of other items, by what it says of this one alone.
 *   <li>The text is that of the item's page; where the page has none, the item's own, if it is long
 *       enough to be an article; where the page cannot be had, if it is a sentence that ends.
 *   <li>A page may name its own address, but not one on another site: it would replace what stands
 *       there.
 * </ul>
 *
 * <p>Safe for concurrent use.
 */
public final class ItemArticles {
  private static final int LONG_ENOUGH = 300;
  private static final int SENTENCE = 60;

  /** Ends as a sentence does, and not as the beginning of one: "..." */
  private static final Pattern WHOLE = Pattern.compile("(?<![.…])[.!?؟][\"'”’»)]{0,2}$");

  /** Only addresses are different everywhere; "17" is not. */
  private static final Pattern EVERYWHERE = Pattern.compile("(?i)(https?:|tag:|urn:).*");

  private final Fetcher web;
  private final DocumentReader documents;
  private final Outlets outlets = Outlets.shipped();

  public ItemArticles(Fetcher web, DocumentReader documents) {
    this.web = requireNonNull(web, "web is null");
    this.documents = requireNonNull(documents, "documents is null");
  }

  /** An item with the keys that it is known by. Immutable. */
  public record Item(FeedItem item, String guid, Optional<URI> link) {
    /**
     * The items of a feed with their keys, in its order.
     *
     * @param origin what tells the feed from others, such as its address
     */
    public static List<Item> of(Feed feed, String origin) {
      Set<String> shared = shared(feed.items());
      return feed.items().stream().map(item -> of(item, shared, origin)).toList();
    }

    private static Item of(FeedItem item, Set<String> shared, String origin) {
      String given =
          Stream.concat(item.guid().stream(), item.link().stream())
              .filter(key -> !shared.contains(key) && !isHome(key))
              .findFirst()
              .orElseGet(item::title);
      String guid = EVERYWHERE.matcher(given).matches() ? given : origin + "#" + given;
      return new Item(item, guid, item.link().flatMap(Item::address));
    }

    /** Guids and links that items with other links or titles have as well. */
    private static Set<String> shared(List<FeedItem> items) {
      Map<String, String> links = new HashMap<>();
      Map<String, String> titles = new HashMap<>();
      Set<String> shared = new HashSet<>();
      for (FeedItem item : items) {
        String link = item.link().orElse("");
        item.guid()
            .filter(guid -> !link.equals(links.getOrDefault(guid, link)))
            .ifPresent(shared::add);
        item.guid().ifPresent(guid -> links.putIfAbsent(guid, link));
        String title = item.title();
        if (!title.equals(titles.getOrDefault(link, title))) {
          shared.add(link);
          item.guid().filter(link::equals).ifPresent(shared::add);
        }
        titles.putIfAbsent(link, title);
      }
      return shared;
    }

    /** Whether a key is the address of a site, and of no page on it. */
    private static boolean isHome(String key) {
      return address(key)
          .filter(address -> address.getRawQuery() == null && address.getRawFragment() == null)
          .filter(address -> address.getRawPath().replace("/", "").isEmpty())
          .isPresent();
    }

    private static Optional<URI> address(String link) {
      try {
        URI address = URI.create(link.strip());
        return address.getHost() == null ? Optional.empty() : Optional.of(address);
      } catch (IllegalArgumentException unreadable) {
        return Optional.empty();
      }
    }
  }

  /**
   * What an item holds. Immutable.
   *
   * @param article empty where neither its page nor the item is an article
   * @param laterMore whether its page could not be had at the moment, so that a later look may find
   *     more
   * @param asked how long the page's host asks to be left alone
   * @param gone whether the host says that there is no page, or none any more
   * @param goneForGood whether it says that there will be none again
   * @param large whether its page was cut off, because it is larger than a page may be
   * @param why why its page could not be had; empty where it could
   */
  public record Held(
      Optional<ArticleDraft> article,
      boolean laterMore,
      Optional<Duration> asked,
      boolean gone,
      boolean goneForGood,
      boolean large,
      Optional<String> why) {}

  /** What came of an item's page, without its bytes. */
  private record Page(
      Optional<ArticleDraft> article,
      boolean laterMore,
      Optional<Duration> asked,
      boolean gone,
      boolean goneForGood,
      boolean large,
      Optional<String> why) {
    static final Page NONE = of(Optional.empty());

    static Page of(Optional<ArticleDraft> article) {
      return new Page(article, false, Optional.empty(), false, false, false, Optional.empty());
    }
  }

  /** Fetches an item's page and reads it. */
  public Held read(Feed feed, Item item, Given given) {
    Page page = item.link().map(link -> page(item, link, given)).orElse(Page.NONE);
    return new Held(
        page.article().or(() -> fromItem(feed, item, given, page.why().isPresent())),
        page.laterMore(),
        page.asked(),
        page.gone(),
        page.goneForGood(),
        page.large(),
        page.why());
  }

  /** Fetches the page of an article that is known and reads it again. */
  public Held again(URI address, Given given) {
    Page page = page(address, body -> fromPage(body, given));
    return new Held(
        page.article(),
        page.laterMore(),
        page.asked(),
        page.gone(),
        page.goneForGood(),
        page.large(),
        page.why());
  }

  private Page page(Item item, URI link, Given given) {
    Given said =
        new Given(
            given.outlet(),
            given.published().or(item.item()::published),
            given.language(),
            Optional.empty());
    return page(link, body -> fromPage(body, said).map(page -> named(page, item)));
  }

  private Page page(URI link, Function<Fetched.Body, Optional<ArticleDraft>> reader) {
    return web.read(
        link.toString(),
        Validators.NONE,
        Purpose.PAGE,
        fetched ->
            switch (fetched) {
              case Fetched.Failed failed ->
                  new Page(
                      Optional.empty(),
                      failed.temporary(),
                      failed.retryAfter(),
                      failed.isGone(),
                      failed.isGoneForGood(),
                      false,
                      Optional.of(failed.why()));
              case Fetched.Refused refused ->
                  new Page(
                      Optional.empty(),
                      false,
                      Optional.empty(),
                      false,
                      false,
                      refused.reason() == Fetched.Reason.TOO_LARGE,
                      Optional.of(refused.why()));
              case Fetched.Body body -> Page.of(reader.apply(body));
              case Fetched.Unchanged() -> Page.NONE;
            });
  }

  private Optional<ArticleDraft> fromPage(Fetched.Body body, Given given) {
    return document(body, given) instanceof Document.Articles found && found.drafts().size() == 1
        ? Optional.of(onOwnSite(found.drafts(), body.address()).getFirst())
        : Optional.empty();
  }

  private Document document(Fetched.Body body, Given given) {
    return documents.read(
        body.content().view(), body.address().toString(), body.content().type(), given);
  }

  private static ArticleDraft named(ArticleDraft page, Item item) {
    return new ArticleDraft(
        page.givenId(),
        page.url(),
        Optional.of(item.guid()),
        page.outlet(),
        page.title().isBlank() ? item.item().title() : page.title(),
        page.language(),
        page.published(),
        page.text(),
        page.image());
  }

  private Optional<ArticleDraft> fromItem(Feed feed, Item item, Given given, boolean isPageAway) {
    String text = PlainText.of(item.item().content());
    boolean isLong = text.length() >= LONG_ENOUGH;
    boolean isWhole = isPageAway && text.length() >= SENTENCE && WHOLE.matcher(text.strip()).find();
    if (!isLong && !isWhole) {
      return Optional.empty();
    }
    return Optional.of(
        new ArticleDraft(
            Optional.empty(),
            item.link(),
            Optional.of(item.guid()),
            given
                .outlet()
                .or(() -> item.link().flatMap(outlets::ofAddress))
                .or(() -> Optional.of(feed.title()).filter(title -> !title.isBlank()))
                .or(() -> item.link().map(ItemArticles::host))
                .orElse("unknown"),
            item.item().title(),
            given.language().orElseGet(() -> Language.detect(text)),
            given.published().or(item.item()::published),
            text));
  }

  /** The drafts of a page, none of them under an address of another site. */
  static List<ArticleDraft> onOwnSite(List<ArticleDraft> drafts, URI address) {
    return drafts.stream()
        .map(
            draft ->
                new ArticleDraft(
                    draft.givenId(),
                    Optional.of(ownAddress(draft.url(), address)),
                    draft.guid(),
                    draft.outlet(),
                    draft.title(),
                    draft.language(),
                    draft.published(),
                    draft.text(),
                    draft.image()))
        .toList();
  }

  /** The address that a page names as its own, if it is on the page's site; else the page's. */
  static URI ownAddress(Optional<URI> named, URI address) {
    return named.filter(own -> isSameSite(own, address)).orElse(address);
  }

  private static boolean isSameSite(URI canonical, URI address) {
    String one = "." + host(canonical);
    String other = "." + host(address);
    return one.endsWith(other) || other.endsWith(one) || AmpCache.isCopyOf(address, canonical);
  }

  private static String host(URI address) {
    String host = Optional.ofNullable(address.getHost()).orElse(address.toString());
    return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }
}
