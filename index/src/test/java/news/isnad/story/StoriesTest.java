package news.isnad.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleDraft;
import news.isnad.article.Cursors;
import news.isnad.article.Drafted;
import news.isnad.article.SqlArticleStore;
import news.isnad.article.StoreCheck;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.speaker.Upstream;
import news.isnad.testing.SettableClock;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoriesTest {
  private static final TraitReader READER = reader();
  private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");

  private static final String QUAKE_TITLE = "Earthquake shakes Derana, killing four";
  private static final String QUAKE =
      "A magnitude 5.9 earthquake shook the mountain town of Derana before dawn on Sunday, killing"
          + " at least four people and bringing down dozens of mud-brick houses, officials said.\n"
          + "Governor Halim Sorkani said rescue teams were searching the rubble of a school"
          + " dormitory. The quake struck at a depth of ten kilometres and was felt in the capital,"
          + " 140 kilometres to the west.";
  private static final String QUAKE_RETOLD =
      "At least four people died when a strong earthquake hit Derana early on Sunday. Houses built"
          + " of mud brick collapsed across the town, and the governor, Halim Sorkani, said"
          + " rescuers were digging at a collapsed dormitory. Seismologists put the magnitude at"
          + " 5.9.";
  private static final String QUAKE_ARABIC =
      "قتل أربعة أشخاص على الأقل عندما ضرب زلزال بقوة 5.9 درجات بلدة ديرانا الجبلية فجر الأحد،"
          + " وقال الحاكم حليم سوركاني إن فرق الإنقاذ تبحث بين أنقاض سكن مدرسي انهار مع عشرات"
          + " المنازل. وشعر سكان العاصمة بالزلزال على بعد 140 كيلومترا.";
  private static final String VOTE =
      "The council of Port Maren voted 14 to 9 on Sunday to raise parking fees in the harbour"
          + " district, after a debate of six hours in which shopkeepers shouted from the gallery."
          + " Councillor Ilse Brandhove called the decision overdue.";

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase("news/isnad/article/migrations", Stories.MIGRATIONS);

  private SqlArticleStore articles;
  private Stories stories;

  private static TraitReader reader() {
    KnownNames names = KnownNames.shipped();
    Lexicon lexicon = Lexicon.shipped();
    return new TraitReader(names, new Translator(lexicon, names), lexicon);
  }

  @BeforeEach
  void open() {
    articles = new SqlArticleStore(database.get(), new SettableClock(MORNING));
    stories = new Stories(database.get(), READER);
  }

  private static ArticleDraft draft(String id, String outlet, String title, String text, int hour) {
    return Drafted.of(text)
        .id(id)
        .outlet(outlet)
        .title(title)
        .published(MORNING.plusSeconds(hour * 3600L))
        .draft();
  }

  private static ArticleDraft quake() {
    return draft("a", "Hill Courier", QUAKE_TITLE, QUAKE, 0);
  }

  private void follow(ArticleDraft... drafts) {
    articles.store(List.of(drafts));
    follow();
  }

  private void follow() {
    stories.follow(articles.after(stories.done(), 100), Map.of());
  }

  private Placement place(long sequence) {
    return stories.of(sequence).orElseThrow();
  }

  @Test
  void firstReport_beginsAStory() {
    follow(quake());
    assertThat(place(1)).isEqualTo(new Placement(1, Optional.empty(), true));
    assertThat(stories.articles(1)).extracting(Member::outlet).containsExactly("Hill Courier");
    assertThat(stories.of(2)).isEmpty();
  }

  @Test
  void nearlyTheSameWordsElsewhere_areAReprint() {
    String printed = "(Hill News) - " + QUAKE.replace("officials said", "according to officials");
    follow(quake(), draft("b", "Coast Echo", "Four die in Derana quake", printed, 1));
    assertThat(place(2)).isEqualTo(new Placement(1, Optional.of(1L), false));
  }

  @Test
  void sameEventInOtherWords_joinsAndIsNoReprint() {
    follow(quake(), draft("b", "Coast Echo", "Four die in Derana quake", QUAKE_RETOLD, 2));
    assertThat(place(2)).isEqualTo(new Placement(1, Optional.empty(), false));
  }

  @Test
  void sameEventInTheOtherLanguage_joins() {
    follow(quake(), draft("b", "صدى الساحل", "أربعة قتلى في زلزال ديرانا", QUAKE_ARABIC, 2));
    assertThat(place(2)).isEqualTo(new Placement(1, Optional.empty(), false));
  }

  @Test
  void anotherEvent_beginsAStoryOfItsOwn() {
    follow(quake(), draft("b", "Coast Echo", "Port Maren raises parking fees", VOTE, 2));
    assertThat(place(2).story()).isNotEqualTo(place(1).story());
    assertThat(place(2).isNew()).isTrue();
  }

  @Test
  void anotherEventOfTheSameKindElsewhere_beginsAStoryOfItsOwn() {
    follow(
        quake(),
        draft(
            "b",
            "Coast Echo",
            "Strong earthquake hits Varo island, two dead",
            "A magnitude 6.1 earthquake struck the island of Varo early on Monday, killing at least"
                + " two people and damaging dozens of houses, authorities said.\nRescue teams were"
                + " searching through rubble in the main town, where a school collapsed. The quake"
                + " struck at a depth of 12 kilometres.",
            24));
    assertThat(place(2).story()).isNotEqualTo(place(1).story());
  }

  @Test
  void decisionsOfTwoBanks_areTwoStories() {
    follow(
        draft(
            "a",
            "Hill Courier",
            "Velmoran central bank holds interest rate at 4.5%",
            "The Central Bank of Velmora left its key interest rate unchanged at 4.5 per cent on"
                + " Tuesday, saying inflation was falling more slowly than expected.\n"
                + "Governor Anna Petrel said the bank was not yet confident that price growth would"
                + " return to its target of 2 per cent, and that cuts remained possible later this"
                + " year.",
            0),
        draft(
            "b",
            "Coast Echo",
            "Tarsine's national bank keeps interest rates on hold",
            "The National Bank of Tarsine kept its benchmark interest rate unchanged at 3.75 per"
                + " cent on Wednesday, as policymakers waited for inflation to fall further.\n"
                + "Governor Marek Dolan said the bank wanted more evidence that price growth was"
                + " returning to its 2 per cent target before cutting rates, and cuts were possible"
                + " later in the year.",
            24));
    assertThat(place(2).story()).isNotEqualTo(place(1).story());
  }

  @Test
  void furtherEdition_staysInItsStory() {
    follow(quake());
    follow(draft("a", "Hill Courier", QUAKE_TITLE, QUAKE.replace("four", "nine"), 3));
    assertThat(place(2).story()).isEqualTo(1);
    assertThat(place(2).reprintOf()).isEmpty();
    assertThat(stories.articles(1)).extracting(Member::sequence).containsExactly(2L);
  }

  @Test
  void stepDoneTwice_changesNothing() {
    follow(quake(), draft("b", "Coast Echo", "Four die in Derana quake", QUAKE_RETOLD, 2));
    List<Member> before = stories.articles(1);
    stories.follow(articles.after(0, 100), Map.of());
    assertThat(stories.articles(1)).isEqualTo(before);
    assertThat(place(1).isNew()).isTrue();
    assertThat(stories.done()).isEqualTo(2);
    assertThat(new StoreCheck(database.get()).findings()).isEmpty();
  }

  @Test
  void crashBetween_goesOnFromItsCursor() {
    articles.store(
        List.of(quake(), draft("b", "Coast Echo", "Four die in quake", QUAKE_RETOLD, 2)));
    stories.follow(articles.after(0, 1), Map.of());
    database.reopen();
    open();
    assertThat(stories.done()).isEqualTo(1);
    follow();
    assertThat(place(2)).isEqualTo(new Placement(1, Optional.empty(), false));
  }

  @Test
  void transactionThatFails_leavesNeitherPlacementNorCursor() {
    articles.store(List.of(quake()));
    assertThatThrownBy(
            () ->
                database
                    .get()
                    .inTransaction(
                        handle -> {
                          stories.follow(articles.after(0, 1), Map.of());
                          throw new IllegalStateException("the process dies here");
                        }))
        .hasMessage("the process dies here");
    assertThat(stories.of(1)).isEmpty();
    assertThat(new Cursors(database.get()).position(Stories.CURSOR)).isZero();
    follow();
    assertThat(place(1)).isEqualTo(new Placement(1, Optional.empty(), true));
  }

  @Test
  void mergedStory_goesOnResolving() {
    follow(quake(), draft("b", "Coast Echo", "Port Maren raises parking fees", VOTE, 2));
    database
        .get()
        .inTransaction(
            handle -> {
              new StoryRows(handle).merge(2, 1);
              return handle;
            });
    assertThat(stories.current(2)).isEqualTo(1);
    assertThat(stories.articles(2)).isEqualTo(stories.articles(1)).hasSize(2);
    assertThat(place(2).story()).isEqualTo(1);
  }

  @Test
  void reportsOfAStory_countReprintsAndOneUpstreamOnce() {
    ArticleDraft[] drafts = {
      quake(),
      draft("b", "Coast Echo", "Four die in quake", "(Hill News) - " + QUAKE, 1),
      draft("c", "Vale Post", "Four die in quake", "(Coast Echo) - " + QUAKE + " It rained.", 2),
      draft("d", "Dale Echo", "Four die in Derana quake", QUAKE_RETOLD, 2),
      draft("e", "صدى الساحل", "أربعة قتلى في زلزال ديرانا", QUAKE_ARABIC, 2)
    };
    articles.store(List.of(drafts));
    Statement credit =
        new Statement(
            new Span(0, 10),
            new Span(0, 10),
            Statement.Kind.SAID,
            Speech.REPORTED,
            Optional.empty(),
            List.of(new Upstream("Dale Echo", Optional.empty(), new Span(0, 4))));
    stories.follow(articles.after(0, 100), Map.of(5L, List.of(credit)));
    assertThat(stories.reports(1)).isEqualTo(new Reports(5, 2));
    assertThat(stories.articles(1).getLast().origins()).containsExactly("dale-echo");
    assertThat(stories.ties(List.of(2L, 3L, 99L)))
        .isEqualTo(Map.of(2L, Set.of("coast-echo", "#1"), 3L, Set.of("vale-post", "#1")));
  }

  @Test
  void lookAlikeDaysLater_isAnotherStory() {
    String other =
        "A magnitude 6.4 earthquake struck off the coast at Lower Pashin on Friday, cracking quays"
            + " and toppling a crane in the harbour, but no deaths were reported. Munira Tell of"
            + " the civil defence agency said 22 people were treated for cuts.";
    follow(quake(), draft("b", "Coast Echo", "Quake damages port at Lower Pashin", other, 24 * 5));
    assertThat(place(2).story()).isNotEqualTo(place(1).story());
  }

  @Test
  void traits_areReadAsTheyWereWritten() {
    articles.store(quake());
    Window window = new Window(READER.commonness());
    Traits traits = READER.read(articles.edition(1).orElseThrow()).weighted(window);
    byte[] written = TraitBytes.written(traits);
    Traits read = TraitBytes.read(written).orElseThrow();
    assertThat(TraitBytes.written(read)).isEqualTo(written);
    assertThat(traits.shingles().containment(read.shingles())).isEqualTo(1);
    written[0]++;
    assertThat(TraitBytes.read(written)).isEmpty();
  }
}
