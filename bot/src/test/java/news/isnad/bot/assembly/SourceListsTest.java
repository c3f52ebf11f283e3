package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Source;
import news.isnad.bot.telegram.Call;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of sources go out and come in as documents. */
class SourceListsTest {
  private static final String LIST =
      """
      <opml version="2.0"><body>
        <outline text="Quay Gazette" language="ar" isnadOutlet="Quay" xmlUrl="https://quay.example/feed"/>
        <outline text="Quay" xmlUrl="https://known.example/feed"/>
        <outline text="Inside" xmlUrl="http://10.0.0.7/feed"/>
        <outline text="Not one" xmlUrl="file:///etc/passwd"/>
      </body></opml>
      """;

  @TempDir Path folder;
  private WholeBot bot;

  @BeforeEach
  void open() {
    bot = new WholeBot(folder);
    track("Known", "https://known.example/feed", Optional.empty());
  }

  @AfterEach
  void close() {
    bot.close();
  }

  private void track(String name, String address, Optional<Language> language) {
    bot.engine()
        .sources()
        .add(name, URI.create(address), Source.Kind.FEED, Optional.empty(), language, "test");
  }

  private String send(long person, String content) {
    bot.files.put("list", content.getBytes(StandardCharsets.UTF_8));
    return bot.receive(
        ("{'update_id': %d, 'message': {'message_id': %d, 'date': 1,"
                + " 'chat': {'id': PERSON, 'type': 'private'},"
                + " 'from': {'id': PERSON, 'is_bot': false, 'first_name': 'x',"
                + " 'language_code': 'en'}, 'document': {'file_id': 'list',"
                + " 'file_name': 'sources.opml', 'file_size': SIZE}}}")
            .replace("PERSON", Long.toString(person))
            .replace("SIZE", Integer.toString(content.length())));
  }

  private List<String> tracked() {
    return bot.engine().sources().list().stream().map(Source::name).toList();
  }

  @Test
  void list_isShownAndTakenInByTheButtonOnly() {
    String said = send(WholeBot.OWNER, LIST);
    assertThat(said)
        .contains("new 1, known already 1, refused 2")
        .contains("private, special, or a port that is not open: http://10.0.0.7/feed")
        .contains("no web address: file:///etc/passwd");
    assertThat(tracked()).containsExactly("Known");
    String yes = bot.data("opmlyes");
    assertThat(bot.pressData(WholeBot.OWNER, yes)).startsWith("The list is being taken in.");
    assertThat(taken()).isEqualTo("Tracked from now on: 1 new source.");
    Source source = bot.engine().sources().find("Quay Gazette").orElseThrow();
    assertThat(source.language()).contains(Language.ARABIC);
    assertThat(source.outlet()).contains("Quay");
    assertThat(bot.pressData(WholeBot.OWNER, yes)).startsWith("(This list was decided about");
    assertThat(tracked()).hasSize(2);
    assertThat(bot.say(WholeBot.OWNER, "/audit")).contains("list of sources taken in");
  }

  /** What is said once what was begun is over. */
  private String taken() {
    for (int part = 0; part < 4; part++) {
      bot.deliver();
      bot.conversation().sourceImports().step();
    }
    bot.deliver();
    return bot.delivered(WholeBot.OWNER).getLast();
  }

  /** A list of as many new sources. */
  private static String many(int count) {
    StringBuilder all = new StringBuilder("<opml version='2.0'><body>");
    for (int each = 0; each < count; each++) {
      all.append("<outline text='Feed ").append(each).append("' xmlUrl='https://f");
      all.append(each).append(".example/feed'/>\n");
    }
    return all.append("</body></opml>").toString();
  }

  @Test
  void longList_isTakenInPartsSaysHowFarItIsAndGoesOnAfterARestart() {
    bot.engine()
        .database()
        .inTransaction(
            handle ->
                handle.execute(
                    "CREATE TRIGGER bad BEFORE INSERT ON source WHEN NEW.name = 'Feed 7'"
                        + " BEGIN SELECT RAISE(ABORT, 'not this one'); END"));
    send(WholeBot.OWNER, many(250));
    bot.press(WholeBot.OWNER, "opmlyes");
    bot.deliver();
    bot.conversation().sourceImports().step();
    bot.deliver();
    assertThat(bot.delivered(WholeBot.OWNER).getLast())
        .isEqualTo("The list is being taken in: 100 of 250 entries.");
    assertThat(tracked()).hasSize(1 + 99);
    track("Feed 120", "https://f120.example/feed", Optional.empty());

    bot.restart();
    assertThat(taken())
        .isEqualTo(
            "Tracked from now on: 248 new sources. Not tracked because they could not be stored:"
                + " 1.");
    assertThat(tracked()).hasSize(1 + 249).doesNotContain("Feed 7").doesNotHaveDuplicates();
    assertThat(bot.say(WholeBot.OWNER, "/audit")).contains("list of sources taken in, 248");
    bot.conversation().sourceImports().step();
    bot.deliver();
    assertThat(bot.delivered(WholeBot.OWNER))
        .filteredOn(said -> said.startsWith("Tracked from now on"))
        .hasSize(1);
  }

  @Test
  void listOfSomebodyForgotten_goesOnWithoutThem() {
    send(WholeBot.OWNER, many(150));
    bot.press(WholeBot.OWNER, "opmlyes");
    bot.conversation().sourceImports().step();
    bot.say(WholeBot.OWNER, "/forget");
    bot.press(WholeBot.OWNER, "forget");
    taken();
    assertThat(tracked()).hasSize(1 + 150);
    assertThat(bot.say(WholeBot.OWNER, "/audit")).doesNotContain("By " + WholeBot.OWNER + ":");
  }

  @Test
  void list_thatIsDroppedOrOld_isNotTakenIn() {
    send(WholeBot.OWNER, LIST);
    String yes = bot.data("opmlyes");
    String no = bot.data("opmlno");
    assertThat(bot.pressData(WholeBot.READER, yes)).startsWith("(Only the operators");
    assertThat(bot.pressData(WholeBot.OWNER, no)).startsWith("Nothing was tracked");
    assertThat(bot.pressData(WholeBot.OWNER, yes)).startsWith("(This list was decided about");
    send(WholeBot.OWNER, LIST);
    yes = bot.data("opmlyes");
    bot.clock.advance(Duration.ofDays(1));
    assertThat(bot.pressData(WholeBot.OWNER, yes)).startsWith("(This list is older than a day");
    assertThat(tracked()).containsExactly("Known");
  }

  @Test
  void list_ofOthers_isRefused() {
    assertThat(send(WholeBot.READER, LIST)).startsWith("Only the operators");
    assertThat(send(WholeBot.OWNER, "<opml><body><outline text='x' xmlUrl='ftp://a.example/'"))
        .contains("new 0, known already 0, refused 1");
  }

  @Test
  void export_comesBackAsItWas() {
    track("مرصد الساحل", "https://sahel.example/feed", Optional.of(Language.ARABIC));
    bot.say(WholeBot.OWNER, "/exportsources");
    Call.SendDocument file =
        bot.said().stream()
            .map(each -> each.call())
            .filter(Call.SendDocument.class::isInstance)
            .map(Call.SendDocument.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(file.name()).endsWith(".opml");
    assertThat(file.caption()).startsWith("2 sources as OPML");
    assertThat(file.content()).contains("language=\"ar\"");
    assertThat(send(WholeBot.OWNER, file.content())).contains("new 0, known already 2, refused 0");
    bot.engine().sources().list().forEach(source -> bot.engine().sources().remove(source.name()));
    send(WholeBot.OWNER, file.content());
    bot.press(WholeBot.OWNER, "opmlyes");
    taken();
    assertThat(bot.engine().sources().find("مرصد الساحل").orElseThrow().language())
        .contains(Language.ARABIC);
    assertThat(tracked()).hasSize(2);
  }

  @Test
  void import_withoutADocument_asksForOne() {
    assertThat(bot.say(WholeBot.OWNER, "/importsources")).startsWith("Which list?");
  }
}
