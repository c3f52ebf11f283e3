package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every article store does. */
abstract class ArticleStoreContract {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  final SettableClock clock = new SettableClock(NOW);
  ArticleStore store;

  abstract ArticleStore newStore(InstantSource clock);

  @BeforeEach
  void open() {
    store = newStore(clock);
  }

  @Test
  void store_new_isTheFirstEditionUnderItsAddress() {
    Edition edition = added(page("https://daily.example/a", "The bridge is open."));
    assertThat(edition.article()).isEqualTo("https://daily.example/a");
    assertThat(edition.number()).isEqualTo(1);
    assertThat(edition.ingested()).isEqualTo(NOW);
    assertThat(edition.text()).isEqualTo("The bridge is open.");
    assertThat(store.current("https://daily.example/a", Language.ENGLISH)).contains(edition);
    assertThat(store.edition(edition.sequence())).contains(edition);
    assertThat(store.lastSequence()).isEqualTo(edition.sequence());
  }

  @Test
  void store_withAnId_keepsIt() {
    assertThat(added(page("https://daily.example/a", "Text.").id("a-1")).article())
        .isEqualTo("a-1");
  }

  @Test
  void store_withoutIdAndAddress_isNamedByItsFingerprint() {
    assertThat(added(text("Text.")).article()).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void store_sameWordsFromTwoOutlets_areTwoArticles() {
    Edition one = added(text("The wire says so.").outlet("One"));
    Edition two = added(text("The wire says so.").outlet("Two"));
    assertThat(one.article()).isNotEqualTo(two.article());
    assertThat(store.count()).isEqualTo(2);
    assertThat(store.outletsAfter(0)).containsExactlyInAnyOrder("One", "Two");
  }

  @Test
  void in_aPeriod_countsArticlesOnceAndTheirOutlets() {
    Instant first = Instant.parse("2026-02-10T12:00:00Z");
    Instant second = Instant.parse("2026-02-11T12:00:00Z");
    Edition one = added(page("https://daily.example/a", "One.").outlet("One").published(first));
    changed(page("https://daily.example/a", "It cost 15 million.").published(first), one);
    added(page("https://daily.example/b", "Two.").outlet("One").published(first));
    added(page("https://daily.example/c", "Three.").outlet("Two").published(second));

    assertThat(store.in(first, second)).isEqualTo(new ArticleStore.Extent(2, 1));
    assertThat(store.in(first, second.plusMillis(1))).isEqualTo(new ArticleStore.Extent(3, 2));
    assertThat(store.in(second.plusMillis(1), second.plusSeconds(1)))
        .isEqualTo(new ArticleStore.Extent(0, 0));
  }

  @Test
  void countAfter_anEdition_isOfWhatIsNewSinceThen() {
    Edition first = added(page("https://daily.example/a", "The bridge is open.").outlet("One"));
    assertThat(store.countAfter(0)).isEqualTo(1);
    added(page("https://daily.example/b", "The tower is closed.").outlet("Two"));
    store.store(
        page("https://daily.example/a", "The bridge is closed again.").outlet("One").draft());
    assertThat(store.countAfter(first.sequence())).isEqualTo(1);
    assertThat(store.outletsAfter(first.sequence())).containsExactlyInAnyOrder("One", "Two");
    assertThat(store.countAfter(store.lastSequence())).isZero();
    assertThat(store.outletsAfter(store.lastSequence())).isEmpty();
  }

  @Test
  void oldestAndNewest_areOfPublicationElseOfStoring() {
    Instant early = Instant.parse("2020-02-01T00:00:00Z");
    added(text("Early words.").published(early));
    Edition undated = added(text("Undated words."));
    assertThat(store.oldest()).contains(early);
    assertThat(store.newest()).contains(undated.ingested());
  }

  @Test
  void store_sameTwice_isKnownAndChangesNothing() {
    Edition edition = added(page("https://daily.example/a", "Text."));
    clock.advance(Duration.ofHours(1));
    assertThat(store.store(page("https://daily.example/a", "Text.").draft()))
        .isEqualTo(new Stored.Known("https://daily.example/a"));
    assertThat(store.lastSequence()).isEqualTo(edition.sequence());
    assertThat(store.current(edition.article(), Language.ENGLISH)).contains(edition);
  }

  @Test
  void store_otherSpacesPunctuationAndCase_isKnown() {
    added(page("https://daily.example/a", "“We agreed”, he said. It cost 1.5 million."));
    assertThat(
            store.store(
                page("https://daily.example/a", "\"WE AGREED\" he said -\n it cost 1.5 million")
                    .draft()))
        .isInstanceOf(Stored.Known.class);
  }

  @Test
  void store_otherNumber_isAChange() {
    Edition first = added(page("https://daily.example/a", "It cost 1.5 million."));
    Edition second = changed(page("https://daily.example/a", "It cost 15 million."), first);
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.article()).isEqualTo(first.article());
    assertThat(second.sequence()).isGreaterThan(first.sequence());
    assertThat(store.current(first.article(), Language.ENGLISH)).contains(second);
    assertThat(store.edition(first.sequence())).contains(first);
    assertThat(store.count()).isEqualTo(1);
  }

  @Test
  void store_titleThatBecomesAQuestion_isAChangeAndANameOfTheSiteIsNone() {
    Edition first = added(page("https://daily.example/a", "Text.").title("The bridge was sold"));
    assertThat(
            store.store(
                page("https://daily.example/a", "Text.").title("The bridge was sold | DP").draft()))
        .isEqualTo(new Stored.Known(first.article()));
    changed(page("https://daily.example/a", "Text.").title("The bridge was sold?"), first);
  }

  @Test
  void store_knownAddressInAnotherForm_isTheSameArticle() {
    added(page("https://www.daily.example/a/", "Text."));
    assertThat(store.store(page("http://daily.example/a?utm_source=feed#top", "Text.").draft()))
        .isEqualTo(new Stored.Known("https://www.daily.example/a/"));
  }

  @Test
  void store_addressesThatDifferInTheirQuery_areTwoArticles() {
    added(page("https://daily.example/a?id=1", "One."));
    added(page("https://daily.example/a?id=2", "Two."));
    assertThat(store.count()).isEqualTo(2);
  }

  @Test
  void store_otherAddressWithTheSameWords_isTheSameArticleAndBothAreKnown() {
    added(page("https://daily.example/a", "The very same words."));
    assertThat(store.store(page("https://daily.example/amp/a", "The very same words.").draft()))
        .isEqualTo(new Stored.Known("https://daily.example/a"));
    assertThat(
            store.knows(Optional.empty(), Optional.of(URI.create("https://daily.example/amp/a"))))
        .isTrue();
    Edition first = store.current("https://daily.example/a", Language.ENGLISH).orElseThrow();
    changed(page("https://daily.example/amp/a", "Other words now."), first);
  }

  @Test
  void store_sameGuidAtAnotherAddress_isTheSameArticle() {
    Edition first = added(page("https://daily.example/old-title", "Old words.").guid("item-1"));
    Edition second =
        changed(page("https://daily.example/new-title", "New words.").guid("item-1"), first);
    assertThat(second.article()).isEqualTo("https://daily.example/old-title");
    assertThat(second.url()).contains(URI.create("https://daily.example/new-title"));
  }

  @Test
  void store_sameGuidAtAnotherAddressInQuiteOtherWords_isAnotherArticle() {
    String bridge = "The bridge over the Taren opens on Monday after two years of repairs.";
    String wheat = "Farmers in Lorin sold more wheat than ever last summer, said the ministry.";
    added(page("https://daily.example/bridge", bridge).title("Bridge opens").guid("g"));
    Edition second =
        added(page("https://daily.example/wheat", wheat).title("Wheat sold").guid("g"));
    changed(
        page("https://daily.example/wheat-record", wheat + " Maroth was pleased.")
            .title("A record")
            .guid("g"),
        second);
    assertThat(store.count()).isEqualTo(2);
  }

  @Test
  void store_sameAddressOfAnotherItemInQuiteOtherWords_isAnotherArticle() {
    String bridge = "يفتح الجسر فوق نهر تارين يوم الاثنين بعد عامين من الإصلاحات.";
    String wheat = "باع المزارعون في لورين قمحا أكثر من أي وقت مضى في الصيف الماضي.";
    Edition first = added(page("https://daily.example/", bridge).title("الجسر").guid("1"));
    Edition second = added(page("https://daily.example/", wheat).title("القمح").guid("2"));
    assertThat(second.article()).isNotEqualTo(first.article());
    assertThat(store.store(page("https://daily.example/", wheat).title("القمح").guid("2").draft()))
        .isEqualTo(new Stored.Known(second.article()));
    assertThat(store.store(page("https://daily.example/", bridge).title("الجسر").guid("3").draft()))
        .isEqualTo(new Stored.Known(first.article()));
  }

  @Test
  void store_sameGuidOfAnotherOutlet_isAnotherArticle() {
    added(page("https://one.example/a", "One.").guid("1").outlet("One"));
    added(page("https://two.example/a", "Two.").guid("1").outlet("Two"));
    assertThat(store.count()).isEqualTo(2);
  }

  @Test
  void store_sameIdInTwoLanguages_areTwoArticles() {
    Edition english = added(text("The bridge is open.").id("7"));
    Edition arabic = added(text("الجسر مفتوح.").id("7"));
    assertThat(store.current("7", Language.ENGLISH)).contains(english);
    assertThat(store.current("7", Language.ARABIC)).contains(arabic);
  }

  @Test
  void store_twoIdsWithTheSameWordsAndAddress_areTwoArticles() {
    added(page("https://daily.example/a", "Same.").id("1"));
    added(page("https://daily.example/a", "Same.").id("2"));
    assertThat(store.count()).isEqualTo(2);
  }

  @Test
  void store_idForAnArticleKnownByItsAddress_isThatArticle() {
    added(page("https://daily.example/a", "Same."));
    assertThat(store.store(page("https://daily.example/a", "Same.").id("1").draft()))
        .isEqualTo(new Stored.Known("https://daily.example/a"));
  }

  @Test
  void store_dateLearntLater_isAnEditionAndIsNotForgottenAgain() {
    Instant published = NOW.minusSeconds(3600);
    Edition undated = added(page("https://daily.example/a", "Text."));
    Edition dated = changed(page("https://daily.example/a", "Text.").published(published), undated);
    assertThat(dated.published()).contains(published);
    assertThat(store.store(page("https://daily.example/a", "Text.").draft()))
        .isInstanceOf(Stored.Known.class);
    Edition later = changed(page("https://daily.example/a", "Other text."), dated);
    assertThat(later.published()).contains(published);
  }

  @Test
  void store_otherTitle_isAnEdition_missingTitleIsNot() {
    Edition first = added(page("https://daily.example/a", "Text.").title("Bridge opens"));
    assertThat(store.store(page("https://daily.example/a", "Text.").title("").draft()))
        .isInstanceOf(Stored.Known.class);
    Edition second =
        changed(page("https://daily.example/a", "Text.").title("Bridge to open"), first);
    assertThat(second.title()).isEqualTo("Bridge to open");
  }

  @Test
  void store_otherTimeOfUpdateAndCountOfShares_isKnown() {
    added(
        page(
            "https://daily.example/a",
            "Updated 3 minutes ago | 120 shares\nThe bridge is open. 14 people crossed it."));
    assertThat(
            stored(
                page(
                    "https://daily.example/a",
                    "Updated 2 hours ago | 1.4K shares\n"
                        + "The bridge is open. 14 people crossed it.")))
        .isInstanceOf(Stored.Known.class);
    added(page("https://daily.example/b", "آخر تحديث: قبل 3 دقائق\nفتح الجسر. عبره 14 شخصا."));
    assertThat(
            stored(
                page("https://daily.example/b", "آخر تحديث: قبل ساعتين\nفتح الجسر. عبره 14 شخصا.")))
        .isInstanceOf(Stored.Known.class);
    assertThat(
            stored(
                page("https://daily.example/b", "آخر تحديث: قبل ساعتين\nفتح الجسر. عبره 15 شخصا.")))
        .isInstanceOf(Stored.Changed.class);
  }

  @Test
  void store_otherQuotationOrName_isAChange() {
    added(page("https://daily.example/a", "\"It is open,\" said Ilse Brandhove."));
    assertThat(stored(page("https://daily.example/a", "\"It was open,\" said Ilse Brandhove.")))
        .isInstanceOf(Stored.Changed.class);
    assertThat(stored(page("https://daily.example/a", "\"It was open,\" said Ilse Bronhove.")))
        .isInstanceOf(Stored.Changed.class);
  }

  @Test
  void sequences_areThoseOfTheArticleInItsLanguage_oldestFirst() {
    Edition first = added(text("One version.").id("a-1"));
    added(text("نص آخر تماما.").id("a-1"));
    added(text("Another article.").id("a-2"));
    store.store(text("Quite another version.").id("a-1").draft());
    assertThat(store.sequences("a-1", Language.ENGLISH))
        .containsExactly(first.sequence(), store.lastSequence());
    assertThat(store.sequences("a-3", Language.ENGLISH)).isEmpty();
  }

  @Test
  void standing_ofAnEarlierEdition_saysWhatBecameOfIt() {
    Edition first = added(page("https://daily.example/a", "The bridge cost 3 million."));
    assertThat(store.standing(first.sequence())).isEqualTo(Standing.CURRENT);
    stored(page("https://daily.example/a", "The bridge cost 4 million."));
    assertThat(store.standing(first.sequence())).isEqualTo(Standing.SUPERSEDED);
    stored(
        page(
            "https://daily.example/a",
            "The bridge cost 5 million.\nCorrection: an earlier version gave another sum."));
    assertThat(store.standing(first.sequence())).isEqualTo(Standing.CORRECTED);
    assertThat(store.withdrawn()).isEmpty();
  }

  @Test
  void standing_editionThatSaysSo_isWithdrawnWithAllBefore() {
    Edition first = added(page("https://daily.example/a", "قال الوزير إن الجسر كلف 3 ملايين."));
    stored(page("https://daily.example/a", "سُحب هذا الخبر لعدم دقته."));
    assertThat(store.standing(first.sequence())).isEqualTo(Standing.WITHDRAWN);
    assertThat(store.withdrawn()).contains(first.sequence()).hasSize(2);
    assertThat(store.latest(5)).isEmpty();
    stored(page("https://daily.example/a", "قال الوزير إن الجسر كلف 4 ملايين."));
    assertThat(store.standing(first.sequence())).isEqualTo(Standing.SUPERSEDED);
  }

  @Test
  void withdraw_addressThatIsGone_untilItIsMetAgain() {
    Edition edition = added(page("https://daily.example/a", "The bridge is open."));
    assertThat(store.withdraw(URI.create("http://www.daily.example/a/"))).isEqualTo(1);
    assertThat(store.withdraw(URI.create("https://daily.example/a"))).isZero();
    assertThat(store.withdraw(URI.create("https://daily.example/other"))).isZero();
    assertThat(store.standing(edition.sequence())).isEqualTo(Standing.WITHDRAWN);
    stored(page("https://daily.example/a", "The bridge is open."));
    assertThat(store.standing(edition.sequence())).isEqualTo(Standing.CURRENT);
  }

  @Test
  void goneSince_pagesThatAreGoneNow_notTextsThatSaySo() {
    Edition gone = added(page("https://daily.example/a", "The bridge is open."));
    added(page("https://daily.example/b", "The quay is open."));
    stored(page("https://daily.example/b", "This article has been withdrawn."));
    store.withdraw(URI.create("https://daily.example/a"));
    List<GonePage> pages = store.goneSince(Instant.EPOCH);
    assertThat(pages).extracting(GonePage::edition).containsExactly(gone);
    Instant since = pages.getFirst().since();
    assertThat(store.goneSince(since)).hasSize(1);
    assertThat(store.goneSince(since.plusMillis(1))).isEmpty();
    stored(page("https://daily.example/a", "The bridge is open."));
    assertThat(store.goneSince(Instant.EPOCH)).isEmpty();
  }

  private Stored stored(Drafted draft) {
    return store.store(draft.draft());
  }

  @Test
  void store_backToOlderWords_isAThirdEdition() {
    Edition one = added(page("https://daily.example/a", "One."));
    Edition two = changed(page("https://daily.example/a", "Two."), one);
    assertThat(changed(page("https://daily.example/a", "One."), two).number()).isEqualTo(3);
  }

  @Test
  void store_textWhoseNameIsTakenByAChangedArticle_getsAnother() {
    Edition first = added(text("First words.").guid("g"));
    changed(text("Second words.").guid("g"), first);
    Edition again = added(text("First words."));
    assertThat(again.article()).isNotEqualTo(first.article());
  }

  @Test
  void store_charactersThatNoDatabaseKeeps_areReplacedOneForOne() {
    Edition edition = added(page("https://daily.example/a", "a\u0000b\uD83Dc \uD83D\uDE00 d"));
    assertThat(edition.text()).isEqualTo("a\uFFFDb\uFFFDc \uD83D\uDE00 d");
    assertThat(store.edition(edition.sequence())).contains(edition);
  }

  @Test
  void store_many_answersInTheirOrder() {
    List<Stored> outcomes =
        store.store(
            List.of(
                page("https://daily.example/a", "One.").draft(),
                page("https://daily.example/a", "One.").draft(),
                page("https://daily.example/a", "Two.").draft()));
    assertThat(outcomes.get(0)).isInstanceOf(Stored.Added.class);
    assertThat(outcomes.get(1)).isInstanceOf(Stored.Known.class);
    assertThat(outcomes.get(2)).isInstanceOf(Stored.Changed.class);
    assertThat(store.store(List.of())).isEmpty();
  }

  @Test
  void after_givesCurrentEditionsInOrderAndNoMoreThanAsked() {
    Edition a = added(page("https://daily.example/a", "A."));
    Edition b = added(page("https://daily.example/b", "B."));
    Edition c = added(page("https://daily.example/c", "C."));
    Edition changedA = changed(page("https://daily.example/a", "A again."), a);
    assertThat(store.after(0, 10)).containsExactly(b, c, changedA);
    assertThat(store.after(b.sequence(), 1)).containsExactly(c);
    assertThat(store.after(changedA.sequence(), 10)).isEmpty();
    List<Edition> each = new ArrayList<>();
    store.forEach(each::add);
    assertThat(each).containsExactly(b, c, changedA);
  }

  @Test
  void latest_isByPublicationElseByIngest() {
    Edition old =
        added(page("https://daily.example/a", "A.").published(NOW.minus(Duration.ofDays(9))));
    Edition undated = added(page("https://daily.example/b", "B."));
    Edition fresh =
        added(page("https://daily.example/c", "C.").published(NOW.minus(Duration.ofDays(1))));
    assertThat(store.latest(5)).containsExactly(undated, fresh, old);
    assertThat(store.latest(1)).containsExactly(undated);
  }

  @Test
  void knows_guidsAndAddressesThatWereStored() {
    added(page("https://daily.example/a", "A.").guid("g"));
    assertThat(store.knows(Optional.of("g"), Optional.empty())).isTrue();
    assertThat(store.knows(Optional.empty(), Optional.of(URI.create("https://daily.example/a"))))
        .isTrue();
    assertThat(store.knows(Optional.of("other"), Optional.of(URI.create("https://x.example/"))))
        .isFalse();
    assertThat(store.knows(Optional.empty(), Optional.empty())).isFalse();
  }

  @Test
  void emptyStore_hasNothing() {
    assertThat(store.lastSequence()).isZero();
    assertThat(store.count()).isZero();
    assertThat(store.outletsAfter(0)).isEmpty();
    assertThat(store.oldest()).isEmpty();
    assertThat(store.newest()).isEmpty();
    assertThat(store.latest(3)).isEmpty();
    assertThat(store.edition(1)).isEmpty();
    assertThat(store.current("a", Language.ENGLISH)).isEmpty();
  }

  Edition added(Drafted drafted) {
    return ((Stored.Added) store.store(drafted.draft())).edition();
  }

  Edition changed(Drafted drafted, Edition replaced) {
    Stored.Changed changed = (Stored.Changed) store.store(drafted.draft());
    assertThat(changed.replaced()).isEqualTo(replaced.sequence());
    return changed.edition();
  }

  static Drafted page(String url, String text) {
    return Drafted.of(text).url(url);
  }

  static Drafted text(String text) {
    return Drafted.of(text);
  }
}
