package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Golden;
import news.isnad.bot.compose.Invented;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.picture.BarChart;
import news.isnad.bot.picture.Charts;
import news.isnad.bot.telegram.Call;
import news.isnad.speaker.RuleAttribution;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import news.isnad.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineCommandTest {
  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(
          "news/isnad/article/migrations", Memory.MIGRATIONS, Subscriptions.MIGRATIONS);

  private final Topics topics = Subscribing.topics();
  private Room room;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    room.open(
        database.get(),
        List.of(
            new TimelineCommand(
                Subscribing.parts(room, database.get(), topics, RuleAttribution.shipped(), 10),
                chat -> ZoneId.of(chat == Room.OWNER ? "Asia/Riyadh" : "Z"))));
  }

  @AfterEach
  void close() {
    topics.close();
  }

  private void store(long sequence, String outlet, Language language, String time, String text) {
    Edition edition =
        Invented.edition(sequence, outlet, "x", language, Optional.of(Instant.parse(time)), text);
    room.articles.add(edition);
  }

  private String said(String language, String text) {
    return Room.message(room.handle(room.text(Room.READER, Room.READER, language, text, false)))
        .html();
  }

  @Test
  void statements_standInTheirOrder_aLineEach_repeatedWordsOnce() {
    String first = "Tavin Hale said: “The quokka census will begin in June.” It rained.";
    store(
        21,
        "Island Ledger",
        Language.ENGLISH,
        "2026-03-12T09:00:00Z",
        "Mira Soll said: “The quokka census was ended for lack of money.” It rained.");
    store(22, "Vale Courier", Language.ENGLISH, "2026-03-10T09:00:00Z", first);
    store(23, "Hill Gazette", Language.ENGLISH, "2026-03-11T09:00:00Z", first);
    store(
        24,
        "Hill Gazette",
        Language.ENGLISH,
        "2026-03-11T09:00:00Z",
        "Orla Dent said: “The bakery stays open.” It rained.");
    String html = said("en", "/timeline quokka census");
    assertThat(html)
        .containsSubsequence(
            "Who said what on",
            "Tavin Hale",
            "“The quokka census will begin in June",
            "Vale Courier",
            "Mira Soll",
            "“The quokka census was ended",
            "Island Ledger")
        .doesNotContain("Hill Gazette", "Orla Dent");
    assertThat(html.lines().filter(line -> line.contains(" · "))).hasSize(2);
  }

  @Test
  void statementOnSomethingElse_isNoneOfTheTopic() {
    store(
        21,
        "Island Ledger",
        Language.ENGLISH,
        "2026-03-12T09:00:00Z",
        "Mira Soll said: “The bakery stays open.” The quokka census begins in June.");
    assertThat(said("en", "/timeline quokka census")).contains("nobody says anything on");
  }

  @Test
  void arabicTopic_isAnsweredInArabic() {
    store(
        21,
        "مرصد السهل",
        Language.ARABIC,
        "2026-03-12T09:00:00Z",
        "قالت الوزيرة مها سروجي: «تعداد الزرافات سيبدأ في يونيو». وهطل المطر.");
    assertThat(said("ar", "/timeline تعداد الزرافات"))
        .contains("من قال ماذا عن", "مها سروجي", "«تعداد الزرافات سيبدأ في يونيو", "مرصد السهل");
  }

  @Test
  void linesOfBothLanguages_lookSo() {
    store(
        21,
        "مرصد السهل",
        Language.ARABIC,
        "2026-03-12T09:00:00Z",
        "قالت الوزيرة مها سروجي: «تعداد quokka سيبدأ في يونيو». وهطل المطر.");
    store(
        22,
        "Island Ledger",
        Language.ENGLISH,
        "2026-03-11T09:00:00Z",
        "Mira Soll said: “The quokka census was ended for lack of money.” It rained.");
    for (Language language : Language.values()) {
      Golden.assertThatMatches(
          TimelineCommandTest.class,
          language.code() + "-timeline",
          Room.message(
              room.handle(
                      room.text(
                          Room.READER, Room.READER, language.code(), "/timeline quokka", false))
                  .subList(0, 1)));
    }
  }

  @Test
  void topicThatNobodySpeaksOn_isSaid() {
    assertThat(said("en", "/timeline quokka")).contains("nobody says anything on");
    assertThat(said("ar", "/timeline quokka")).contains("لا أحد يقول شيئًا");
    assertThat(said("en", "/timeline -")).contains("Please name a topic");
    assertThat(said("en", "/timeline")).contains("On which topic?");
  }

  @Test
  void coverage_isAPictureOfEachDay_withWordsForIt() throws IOException {
    assumeTrue(Charts.draw(List.of(bar("ح"))).isPresent(), "no font here has Arabic letters");
    for (int at = 0; at < 9; at++) {
      store(
          21 + at,
          at < 2 ? "Island Ledger" : at < 4 ? "مرصد السهل " + at : "Paper " + at,
          at == 8 ? Language.ARABIC : Language.ENGLISH,
          "2026-03-1" + Math.min(at, 4) + "T09:00:00Z",
          "Mira Soll said: “The quokka census of day " + at + " begins.” It rained.");
    }
    Call.SendPhoto photo =
        (Call.SendPhoto)
            room.handle(room.text(Room.READER, Room.READER, "en", "/timeline quokka census", false))
                .getLast()
                .call();

    assertThat(photo.caption().replaceAll("[\\u2066-\\u2069]", ""))
        .isEqualTo(
            "Coverage of quokka census per day, by outlet and by language: 9 articles from 8"
                + " outlets, most on 14 March 2026 (5).");
    String kept = System.getProperty("isnad.charts");
    if (kept != null) {
      Files.write(Path.of(kept), photo.picture().bytes());
    }
  }

  /** Words, columns and values, not pixels: those differ with the fonts of a machine. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void picture_showsEachDayByOutletAndByLanguage(Language language) {
    TopicCoverage coverage = new TopicCoverage(ZoneOffset.UTC);
    for (int at = 0; at < 12; at++) {
      coverage.add(
          Invented.edition(
              50 + at,
              at % 3 == 0 ? "مرصد السهل" : at % 3 == 1 ? "Island Ledger" : "Paper " + at % 7,
              "x",
              at % 3 == 0 ? Language.ARABIC : Language.ENGLISH,
              Optional.of(Instant.parse("2026-03-0" + (1 + at % 5) + "T23:30:00Z")),
              "x"));
    }

    StringBuilder shown = new StringBuilder();
    for (BarChart chart : coverage.charts(Messages.in(language))) {
      shown.append(chart.title()).append("\n\t").append(String.join("\t", chart.columns()));
      chart
          .series()
          .forEach(
              series -> {
                shown.append('\n').append(series.name());
                series.values().forEach(value -> shown.append('\t').append(value));
              });
      shown.append("\n\n");
    }
    Golden.assertThatMatches(
        TimelineCommandTest.class, language.code() + "-timeline-picture", shown.toString());
  }

  @Test
  void days_areThoseOfTheReadersZone() {
    assumeTrue(Charts.draw(List.of(bar("ح"))).isPresent(), "no font here has Arabic letters");
    for (int at = 0; at < 2; at++) {
      store(
          21 + at,
          "Island Ledger",
          Language.ENGLISH,
          "2026-03-10T22:30:00Z",
          "Mira Soll said: “The quokka census of day " + at + " begins.” It rained.");
    }
    assertThat(caption(Room.OWNER)).contains("11 March 2026");
    assertThat(caption(Room.READER)).contains("10 March 2026");
  }

  private String caption(long person) {
    return ((Call.SendPhoto) room.write(person, "/timeline quokka census").getLast().call())
        .caption();
  }

  @Test
  void oneArticle_isNoPicture() {
    store(
        21,
        "Island Ledger",
        Language.ENGLISH,
        "2026-03-12T09:00:00Z",
        "Mira Soll said: “The quokka census begins.” It rained.");
    assertThat(
            room.handle(
                room.text(Room.READER, Room.READER, "en", "/timeline quokka census", false)))
        .hasSize(1);
  }

  private static BarChart bar(String letters) {
    return new BarChart(
        letters,
        List.of("1"),
        List.of(new BarChart.Series(letters, List.of(1))),
        BarChart.Bars.UPRIGHT);
  }
}
