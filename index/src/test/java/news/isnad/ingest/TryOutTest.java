package news.isnad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import news.isnad.article.InMemoryArticleStore;
import news.isnad.article.Source;
import news.isnad.extract.ArticleExtractor;
import news.isnad.fetch.FakeWeb;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class TryOutTest {
  private static final String SITE = "https://harbour.example/";
  private static final String ARTICLE = "https://harbour.example/bridge";

  private final FakeWeb web = new FakeWeb();
  private final InMemoryArticleStore articles = new InMemoryArticleStore(InstantSource.system());
  private final DocumentReader documents = new DocumentReader(new ArticleExtractor()::extract);
  private final TryOut tryOut = new TryOut(web, documents, articles);

  private static String page(String head, String text) {
    return "<!DOCTYPE html><html lang=en><head><title>The bridge</title>"
        + head
        + "</head><body><article><h1>The bridge</h1>"
        + ("<p>" + text + "</p>").repeat(text.isEmpty() ? 0 : 4)
        + "</article></body></html>";
  }

  private static String rss(String... links) {
    StringBuilder rss =
        new StringBuilder("<rss version='2.0'><channel><title>Harbour Post</title>");
    for (String link : links) {
      rss.append("<item><title>t</title><link>").append(link).append("</link></item>");
    }
    return rss + "</channel></rss>";
  }

  private static final String LONG =
      "The harbour bridge was opened again on Monday after months of work on its piers. ".repeat(3);

  @Test
  void site_thatNamesItsFeed_isOfferedWithSamplesAndOverlap() {
    web.put(
        SITE,
        "text/html",
        page("<link rel='alternate' type='application/rss+xml' href='/news.rss'>", ""));
    web.put(SITE + "news.rss", "application/rss+xml", rss(ARTICLE, SITE + "gone"));
    web.put(ARTICLE, "text/html", page("", LONG));
    TryOut.Trial first = tryOut.of(SITE);
    assertThat(first.offers())
        .containsExactly(
            new TryOut.Offer(
                URI.create(SITE + "news.rss"), Source.Kind.FEED, "Harbour Post", 2, 0));
    assertThat(first.without()).isEqualTo(1);
    TryOut.Sample sample = first.samples().getFirst();
    assertThat(sample.article().language()).isEqualTo(Language.ENGLISH);
    assertThat(sample.characters()).isGreaterThan(400);
    assertThat(sample.beginning()).startsWith("The harbour bridge");
    assertThat(articles.count()).isZero();
    articles.store(sample.article());
    assertThat(tryOut.of(SITE).offers().getFirst().known()).isEqualTo(1);
  }

  @Test
  void site_thatNamesNone_isTriedAtTheUsualPlaces() {
    web.put(SITE, "text/html", page("", ""));
    web.put(SITE + "rss.xml", "application/xml", rss(ARTICLE));
    assertThat(tryOut.of(SITE).offers())
        .extracting(TryOut.Offer::address)
        .containsExactly(URI.create(SITE + "rss.xml"));
  }

  @Test
  void pageAlone_isOfferedAsAPage() {
    web.put(ARTICLE, "text/html", page("", LONG));
    TryOut.Trial trial = tryOut.of(ARTICLE);
    assertThat(trial.offers()).extracting(TryOut.Offer::kind).containsExactly(Source.Kind.PAGE);
    assertThat(trial.samples()).hasSize(1);
  }

  @Test
  void nothingThere_saysWhy() {
    TryOut.Trial trial = tryOut.of(SITE);
    assertThat(trial.offers()).isEmpty();
    TryOut.Refusal refusal = trial.refusal().orElseThrow();
    assertThat(refusal.why()).isEqualTo(TryOut.Why.STATUS);
    assertThat(refusal.details()).contains("404");
    assertThat(tryOut.only(SITE)).isEqualTo(refusal);
  }

  @Test
  void articleWithAFeed_isOfferedItselfToo_lastAndWithStages() {
    List<TryOut.Stage> stages = new ArrayList<>();
    web.put(
        ARTICLE,
        "text/html",
        page("<link rel='alternate' type='application/rss+xml' href='/news.rss'>", LONG));
    web.put(SITE + "news.rss", "application/rss+xml", rss(ARTICLE));
    TryOut.Trial trial = tryOut.of(ARTICLE, stages::add);
    assertThat(trial.offers())
        .extracting(TryOut.Offer::kind)
        .containsExactly(Source.Kind.FEED, Source.Kind.PAGE);
    assertThat(trial.refusal()).isEmpty();
    assertThat(stages).containsExactly(TryOut.Stage.FEEDS, TryOut.Stage.ARTICLES);
    assertThat(tryOut.only(ARTICLE)).isEqualTo(trial.offers().getLast());
  }
}
