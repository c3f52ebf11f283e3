package news.isnad.article;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.isnad.text.Language;

/** Articles in lists, by the same rules as the real store. Safe for concurrent use. */
public final class InMemoryArticleStore implements ArticleStore {
  private static final class Kept {
    private final boolean given;
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> guids = new HashSet<>();
    private Edition current;
    private boolean withdrawn;
    private Instant gone = Instant.MAX;

    private Kept(boolean given) {
      this.given = given;
    }
  }

  private final InstantSource clock;
  private final List<Kept> articles = new ArrayList<>();
  private final List<Edition> editions = new ArrayList<>();

  public InMemoryArticleStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Stored store(ArticleDraft draft) {
    StorableDraft storable = StorableDraft.of(draft);
    Kept article = find(storable);
    if (article == null) {
      article = new Kept(draft.givenId().isPresent());
      articles.add(article);
      remember(article, storable);
      return new Stored.Added(keep(article, storable.first(newName(storable), now())));
    }
    remember(article, storable);
    Edition before = article.current;
    if (Fingerprint.of(before.text()).equals(storable.fingerprint())
        && storable.addsNothingTo(before)) {
      article.withdrawn = isWithdrawal(before);
      return new Stored.Known(before.article());
    }
    return new Stored.Changed(keep(article, storable.after(before, now())), before.sequence());
  }

  @Override
  public synchronized List<Stored> store(List<ArticleDraft> drafts) {
    return drafts.stream().map(this::store).toList();
  }

  private Kept find(StorableDraft storable) {
    ArticleDraft draft = storable.draft();
    boolean named = draft.givenId().isPresent() || draft.url().isPresent();
    List<Predicate<Kept>> rules =
        List.of(
            kept ->
                named
                    && kept.current.article().equals(storable.name())
                    && (draft.givenId().isPresent() || mayBeOf(storable, kept)),
            kept ->
                mayBeMeant(kept, draft)
                    && mayBeOf(storable, kept)
                    && storable.addressKey().filter(kept.addresses::contains).isPresent(),
            kept ->
                mayBeMeant(kept, draft)
                    && mayBeOf(storable, kept)
                    && kept.current.outlet().equals(storable.draft().outlet())
                    && storable.draft().guid().filter(kept.guids::contains).isPresent(),
            kept ->
                mayBeMeant(kept, draft)
                    && kept.current.outlet().equals(storable.draft().outlet())
                    && Fingerprint.of(kept.current.text()).equals(storable.fingerprint()));
    return rules.stream()
        .flatMap(
            rule ->
                articles.stream()
                    .filter(kept -> kept.current.language() == draft.language())
                    .filter(rule))
        .findFirst()
        .orElse(null);
  }

  private static boolean mayBeMeant(Kept kept, ArticleDraft draft) {
    return !kept.given || draft.givenId().isEmpty();
  }

  private static boolean mayBeOf(StorableDraft storable, Kept kept) {
    return Fingerprint.of(kept.current.text()).equals(storable.fingerprint())
        || storable.mayBeOf(kept.addresses, kept.guids, kept.current);
  }

  private String newName(StorableDraft storable) {
    String name = storable.name();
    for (int namesakes = 1; current(name, storable.language()).isPresent(); namesakes++) {
      name = storable.nameOfNamesake(namesakes);
    }
    return name;
  }

  private static void remember(Kept article, StorableDraft storable) {
    storable.addressKey().ifPresent(article.addresses::add);
    storable.draft().guid().ifPresent(article.guids::add);
  }

  private Edition keep(Kept article, Edition edition) {
    article.current = edition.at(editions.size() + 1L);
    article.withdrawn = isWithdrawal(edition);
    editions.add(article.current);
    return article.current;
  }

  private static boolean isWithdrawal(Edition edition) {
    return EditionNote.of(edition.title(), edition.text())
        .filter(EditionNote.WITHDRAWN::equals)
        .isPresent();
  }

  private static boolean isOf(Edition edition, Kept article) {
    return edition.article().equals(article.current.article())
        && edition.language() == article.current.language();
  }

  @Override
  public synchronized Standing standing(long sequence) {
    Edition edition = edition(sequence).orElse(null);
    Kept article =
        articles.stream()
            .filter(each -> edition != null && isOf(edition, each))
            .findFirst()
            .orElse(null);
    if (article == null || article.withdrawn) {
      return Standing.WITHDRAWN;
    }
    if (article.current.sequence() == sequence) {
      return Standing.CURRENT;
    }
    boolean corrected =
        editions.stream()
            .filter(each -> isOf(each, article) && each.sequence() > sequence)
            .map(each -> EditionNote.of(each.title(), each.text()))
            .anyMatch(note -> note.filter(EditionNote.CORRECTED::equals).isPresent());
    return corrected ? Standing.CORRECTED : Standing.SUPERSEDED;
  }

  @Override
  public synchronized List<Long> sequences(String article, Language language) {
    return editions.stream()
        .filter(edition -> edition.article().equals(article) && edition.language() == language)
        .map(Edition::sequence)
        .toList();
  }

  @Override
  public synchronized Set<Long> withdrawn() {
    return editions.stream()
        .map(Edition::sequence)
        .filter(sequence -> standing(sequence) == Standing.WITHDRAWN)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized int withdraw(URI address) {
    List<Kept> gone =
        articles.stream()
            .filter(
                each -> !each.withdrawn && each.addresses.contains(AddressKey.ofArticle(address)))
            .toList();
    gone.forEach(
        each -> {
          each.withdrawn = true;
          each.gone = now();
        });
    return gone.size();
  }

  @Override
  public synchronized List<GonePage> goneSince(Instant time) {
    return articles.stream()
        .filter(each -> each.withdrawn && !isWithdrawal(each.current))
        .filter(each -> !each.gone.isBefore(time))
        .map(each -> new GonePage(each.current, each.gone))
        .sorted(Comparator.comparing(GonePage::since))
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Stream<Edition> currents() {
    return articles.stream().map(kept -> kept.current).filter(edition -> edition != null);
  }

  @Override
  public synchronized List<Edition> after(long after, int limit) {
    return currents()
        .filter(edition -> edition.sequence() > after)
        .sorted(Comparator.comparingLong(Edition::sequence))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Edition> current(String article, Language language) {
    return currents()
        .filter(edition -> edition.article().equals(article) && edition.language() == language)
        .findFirst();
  }

  @Override
  public synchronized Optional<Edition> edition(long sequence) {
    return editions.stream().filter(edition -> edition.sequence() == sequence).findFirst();
  }

  @Override
  public void forEach(Consumer<Edition> each) {
    after(0, Integer.MAX_VALUE).forEach(each);
  }

  @Override
  public synchronized List<Edition> latest(int limit) {
    return articles.stream()
        .filter(kept -> !kept.withdrawn)
        .map(kept -> kept.current)
        .sorted(
            Comparator.comparing(
                    (Edition edition) -> edition.published().orElse(edition.ingested()))
                .thenComparingLong(Edition::sequence)
                .reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean knows(Optional<String> guid, Optional<URI> url) {
    return articles.stream()
        .anyMatch(
            kept ->
                guid.filter(kept.guids::contains).isPresent()
                    || url.map(AddressKey::ofArticle).filter(kept.addresses::contains).isPresent());
  }

  @Override
  public synchronized long lastSequence() {
    return editions.size();
  }

  @Override
  public synchronized Extent in(Instant from, Instant to) {
    List<Edition> first =
        editions.stream()
            .filter(edition -> edition.number() == 1)
            .filter(edition -> !moment(edition).isBefore(from) && moment(edition).isBefore(to))
            .toList();
    return new Extent(first.size(), first.stream().map(Edition::outlet).distinct().count());
  }

  private static Instant moment(Edition edition) {
    return edition.published().orElse(edition.ingested());
  }

  @Override
  public synchronized long count() {
    return articles.size();
  }

  @Override
  public synchronized long countAfter(long sequence) {
    return editions.stream()
        .filter(edition -> edition.number() == 1 && edition.sequence() > sequence)
        .count();
  }

  @Override
  public synchronized Set<String> outletsAfter(long sequence) {
    return (sequence == 0 ? currents() : editions.stream())
        .filter(edition -> edition.sequence() > sequence)
        .map(Edition::outlet)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized Optional<Instant> oldest() {
    return moments().min(Comparator.naturalOrder());
  }

  @Override
  public synchronized Optional<Instant> newest() {
    return moments().max(Comparator.naturalOrder());
  }

  private Stream<Instant> moments() {
    return currents().map(each -> each.published().orElse(each.ingested()));
  }

  @Override
  public void carriedBy(long source, Optional<String> guid, Optional<URI> url) {}
}
