package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.bot.compose.AlertMessages.Item;
import news.isnad.bot.compose.AlertMessages.Section;
import news.isnad.bot.compose.AlertMessages.State;
import news.isnad.bot.compose.AlertMessages.Together;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.StrictTelegram;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Upstream;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.api.Test;

class AlertMessagesTest {
  private static final int HOSTILE = 10_000;
  private static final String[] PIECES = {
    "<b>",
    "</b>",
    "<a href=\"x\">",
    "</blockquote>",
    "<",
    ">",
    "&",
    "&lt;",
    "&#0;",
    "&nbsp;",
    "\"",
    "'",
    "{0}",
    "{speaker}",
    "'{'",
    "\u202E",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
    "\u200F",
    "\u061C",
    "\uD83D",
    "\uDE00",
    "😀",
    "🇺🇸",
    "\uFDD0",
    "\uFFFF",
    "\u0000",
    "\u001B[31m",
    "\u0007",
    "\r\n",
    "\n",
    "\t",
    "\u2028",
    "\u0301\u0301\u0301\u0301\u0301",
    "وزير",
    "قال",
    "مرحبا",
    "ً",
    "minister",
    "said",
    "strike",
    " ",
    " ",
    "9",
    "٣",
    ".",
    "…",
    "«",
    "»",
    "“",
    "”",
    "/start",
    "@bot",
    "https://x.example",
    "漢",
    "ﻻ",
    "\uFEFF",
    "\u00AD",
    "-",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  };

  private final AlertMessages messages = new AlertMessages(ZoneId.of("Asia/Riyadh"), Names.NONE);
  private final Random random = new Random(20261128);

  private String hostile(int most) {
    StringBuilder text = new StringBuilder("x");
    for (int pieces = random.nextInt(most); pieces > 0; pieces--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private Item item(Language language, News news) {
    String quote = hostile(random.nextInt(20) == 0 ? 3_000 : 40);
    String text = "x " + quote + " y";
    Edition edition =
        new Edition(
            1,
            "a",
            1,
            random.nextBoolean()
                ? Optional.of(URI.create("https://news.example/?a=%3C&b=" + random.nextInt()))
                : Optional.empty(),
            hostile(10),
            random.nextInt(10) == 0 ? "" : hostile(40),
            language,
            random.nextInt(5) == 0 ? Optional.empty() : Optional.of(Invented.NOON),
            Invented.NOON,
            text);
    Citation citation =
        new Citation(
            edition,
            new Span(2, 2 + quote.length()),
            Speech.values()[random.nextInt(3)],
            random.nextInt(6) == 0
                ? Optional.empty()
                : Optional.of(
                    new Speaker(
                        hostile(8),
                        Optional.of(hostile(8)),
                        Optional.empty(),
                        Optional.empty(),
                        false)),
            random.nextBoolean()
                ? List.of(new Upstream(hostile(8), Optional.empty(), new Span(0, 1)))
                : List.of(),
            1);
    return new Item(
        edition,
        random.nextInt(8) == 0 ? Optional.empty() : Optional.of(citation),
        random.nextInt(13),
        news);
  }

  @Test
  void hostileTitlesNamesAndTexts_passTheStrictParser() {
    News[] news = News.values();
    for (int i = 0; i < HOSTILE; i++) {
      Language language = i % 2 == 0 ? Language.ARABIC : Language.ENGLISH;
      Language printed = i % 3 == 0 ? Language.ARABIC : Language.ENGLISH;
      State state =
          new State(
              i % 5 == 0,
              i % 7 == 0,
              i % 3 == 0 ? Optional.of(Instant.EPOCH) : Optional.empty(),
              i % 4 == 0 ? Optional.of(hostile(12)) : Optional.empty(),
              i % 6 == 0 ? Optional.of(News.WITHDRAWAL) : Optional.empty());
      Message alert =
          messages.alert(item(printed, News.FIRST), hostile(20), state, "id", "sub", language);
      StrictTelegram.read(alert.html());
      alert.buttons().forEach(row -> row.forEach(button -> assertThat(button.text()).isNotBlank()));
      News one = news[i % news.length];
      StrictTelegram.read(
          messages
              .update(
                  List.of(
                      item(printed, one == News.NOTHING ? News.SPEAKER : one),
                      item(printed, News.DENIAL)),
                  hostile(20),
                  language)
              .html());
      if (i % 10 == 0) {
        together(language, 1 + i % 70);
      }
    }
  }

  private void together(Language language, int stories) {
    List<Section> sections = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < stories; i++) {
      items.add(item(i % 2 == 0 ? Language.ARABIC : Language.ENGLISH, News.FIRST));
      if (items.size() == 9 || i == stories - 1) {
        sections.add(new Section(hostile(20), items));
        items = new ArrayList<>();
      }
    }
    for (Together why : Together.values()) {
      messages
          .together(why, Invented.NOON, sections, stories, language)
          .forEach(message -> StrictTelegram.read(message.html()));
    }
  }

  @Test
  void quotationInALine_isPrintedVerbatim() {
    String text = "We <b>cannot</b> sail, said Tamm.";
    Citation citation =
        new Citation(
            Invented.edition(
                1, "Tide", "Ships stay", Language.ENGLISH, Optional.of(Invented.NOON), text),
            new Span(0, 21),
            Speech.DIRECT,
            Invented.speaker("Ilse Tamm", "", ""),
            List.of(),
            1);
    Item item = new Item(citation.edition(), Optional.of(citation), 0, News.FIRST);
    Message told =
        messages
            .together(
                Together.DIGEST,
                Invented.NOON,
                List.of(new Section("ships", List.of(item))),
                1,
                Language.ENGLISH)
            .getFirst();

    assertThat(told.html()).contains("We &lt;b&gt;cannot&lt;/b&gt; sail");
  }

  @Test
  void strictParser_refusesWhatTelegramRefuses() {
    for (String html :
        List.of(
            "<p>x</p>",
            "<b>x",
            "x &nbsp; y",
            "a & b",
            "<b><i>x</b></i>",
            "<blockquote><blockquote>x</blockquote></blockquote>",
            "\u2068x",
            "<a>x</a>",
            "x".repeat(4097))) {
      assertThatThrownBy(() -> StrictTelegram.read(html))
          .as(html.substring(0, Math.min(40, html.length())))
          .isInstanceOf(AssertionError.class);
    }
    assertThat(StrictTelegram.read("<b>" + "&amp;".repeat(4096) + "</b>")).hasSize(4096);
  }

  @Test
  void many_areToldInAsManyMessagesAsItTakes() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      items.add(
          new Item(
              Invented.edition(
                  i,
                  "Island Ledger",
                  "Headline number " + i,
                  Language.ENGLISH,
                  Optional.of(Invented.NOON),
                  "x"),
              Optional.empty(),
              i % 3,
              News.FIRST));
    }
    List<Message> told =
        messages.together(
            Together.CATCH_UP,
            Invented.NOON,
            List.of(new Section("island", items)),
            items.size(),
            Language.ENGLISH);
    for (int i = 0; i < 60; i++) {
      String title = "number " + i + "\u2069";
      assertThat(told).filteredOn(message -> message.html().contains(title)).hasSize(1);
    }
    assertThat(told).hasSizeLessThan(5);
  }

  @Test
  void alert_withFurtherOutletsAndState_looksSo() {
    State state =
        new State(
            true,
            true,
            Optional.of(Invented.NOON),
            Optional.of("Maya"),
            Optional.of(News.CORRECTION));
    for (Language language : Language.values()) {
      Item item =
          new Item(
              Invented.ARABIC,
              Optional.of(Invented.arabicDenial()),
              language == Language.ARABIC ? 11 : 4,
              News.FIRST);
      Golden.assertThatMatches(
          AlertMessagesTest.class,
          language.code() + "-alert",
          messages.alert(item, "Coral Port", state, "ID", "SUB", language));
      Golden.assertThatMatches(
          AlertMessagesTest.class,
          language.code() + "-update",
          messages.update(
              List.of(
                  new Item(Invented.ENGLISH, Optional.of(Invented.englishDirect()), 0, News.DENIAL),
                  new Item(Invented.ARABIC, Optional.empty(), 0, News.WITHDRAWAL)),
              "Coral Port",
              language));
    }
  }
}
