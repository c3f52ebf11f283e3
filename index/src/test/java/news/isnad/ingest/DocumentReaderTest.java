package news.isnad.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.extract.ExtractedPage;
import news.isnad.feed.FeedReader;
import news.isnad.ingest.Document.Articles;
import news.isnad.ingest.Document.FeedItems;
import news.isnad.ingest.Document.HandedOn;
import news.isnad.ingest.Document.Refused;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {
  private static final String ENGLISH =
      """
      Harbour of Tarsa opens again after repairs

      The harbour of Tarsa opened again on Monday after two months of repairs, its director said.

      "We have kept our word," Samir Halabi told reporters at the quay.
      """;
  private static final String ARABIC =
      """
      ميناء طرسا يفتح أبوابه من جديد بعد الإصلاحات

      أعلن مدير ميناء طرسا يوم الاثنين فتح الميناء من جديد بعد شهرين من أعمال الإصلاح.

      وقال سمير الحلبي للصحفيين: "لقد وفينا بوعدنا".
      """;

  private final List<String> seenHtml = new ArrayList<>();
  private final List<Optional<URI>> seenAddresses = new ArrayList<>();
  private final DocumentReader reader = new DocumentReader(this::page);

  @TempDir private Path folder;

  /** Stands for the extractor of HTML: says what it was asked. */
  private ExtractedPage page(String html, Optional<URI> address) {
    seenHtml.add(html);
    seenAddresses.add(address);
    return new ExtractedPage(
        "A title",
        Optional.of("Palm Daily"),
        Optional.empty(),
        Optional.of(Instant.parse("2026-03-12T08:00:00Z")),
        Language.ENGLISH,
        Optional.of(URI.create("https://palm.example/canonical")),
        html.contains("<article>") ? "A body." : "",
        html.contains("<article>"));
  }

  private Document read(String text, String name) {
    return reader.read(text.getBytes(UTF_8), name, Optional.empty(), Given.NOTHING);
  }

  private ArticleDraft one(Document document) {
    assertThat(document).isInstanceOf(Articles.class);
    List<ArticleDraft> drafts = ((Articles) document).drafts();
    assertThat(drafts).hasSize(1);
    return drafts.getFirst();
  }

  @Test
  void page_isStoredUnderItsCanonicalAddress_onlyOnItsOwnSite() {
    String page = "<html><article>Words.</article></html>";
    assertThat(one(read(page, "https://www.palm.example/a?x=1")).url())
        .contains(URI.create("https://palm.example/canonical"));
    assertThat(one(read(page, "https://other.example/a")).url())
        .contains(URI.create("https://other.example/a"));
    assertThat(one(read(page, "saved.html")).url())
        .contains(URI.create("https://palm.example/canonical"));
  }

  @Test
  void jsonLine_withSentences_joinsThemByLineBreaks() {
    ArticleDraft draft =
        one(
            read(
                "{\"id\":\"a1\",\"url\":\"https://x.example/1\",\"outlet\":\"Palm"
                    + " Daily\",\"title\":\"T\",\"lang\":\"en\",\"published\":\"2026-01-15\",\"sentences\":[\"One."
                    + " \",\"Two.\"],\"extra\":{\"a\":1}}",
                "some.txt"));

    assertThat(draft.text()).isEqualTo("One. \nTwo.");
    assertThat(draft.givenId()).contains("a1");
    assertThat(draft.url()).contains(URI.create("https://x.example/1"));
    assertThat(draft.outlet()).isEqualTo("Palm Daily");
    assertThat(draft.title()).isEqualTo("T");
    assertThat(draft.published()).contains(Instant.parse("2026-01-15T12:00:00Z"));
  }

  @Test
  void jsonLine_withText_keepsItToTheLetter() {
    assertThat(one(read("{\"text\":\"  One.\\n\\nTwo. \"}", "x.jsonl")).text())
        .isEqualTo("  One.\n\nTwo. ");
  }

  @Test
  void jsonLine_withTime_isThatMoment() {
    ArticleDraft draft =
        one(read("{\"published\":\"2026-01-15T10:00:00+03:00\",\"text\":\"One.\"}", "x.jsonl"));

    assertThat(draft.published()).contains(Instant.parse("2026-01-15T07:00:00Z"));
  }

  @Test
  void jsonLine_withoutLanguage_isReadInTheLanguageOfItsText() {
    assertThat(one(read("{\"text\":\"قال الوزير\"}", "x.jsonl")).language())
        .isEqualTo(Language.ARABIC);
  }

  @Test
  void jsonLine_withoutOutlet_hasTheNameOfTheFile() {
    assertThat(one(read("{\"text\":\"One.\"}", "folder/palm-daily.jsonl")).outlet())
        .isEqualTo("palm-daily");
  }

  @Test
  void badLines_areReportedByNumber_andCostNoOther() {
    Document document =
        read(
            """
            {"id":"a","text":"One."}
            {"id":"b","text":

            {"id":"c"}
            [1]
            {"id":"d","text":"Deux.","lang":"fr"}
            {"id":"e","text":"Two.","published":"some day"}
            """,
            "x.jsonl");

    Articles articles = (Articles) document;
    assertThat(articles.drafts())
        .extracting(d -> d.givenId().orElseThrow())
        .containsExactly("a", "e");
    assertThat(articles.problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("line 2: not JSON"),
            p -> assertThat(p).isEqualTo("line 4: no text"),
            p -> assertThat(p).isEqualTo("line 5: not a JSON object"),
            p -> assertThat(p).isEqualTo("line 6: the language fr is neither ar nor en"),
            p -> assertThat(p).startsWith("line 7: the date cannot be read"));
  }

  @Test
  void jsonLines_withABrokenFirstLine_areStillLines() {
    Document document = read("{\"text\": broken\n{\"text\":\"Two.\"}\n", "articles.txt");

    assertThat(one(document).text()).isEqualTo("Two.");
  }

  @Test
  void jsonArticle_overSeveralLines_isOneArticle() {
    ArticleDraft draft = one(read("{\n  \"id\": \"a\",\n  \"text\": \"One.\"\n}\n", "a.json"));

    assertThat(draft.givenId()).contains("a");
    assertThat(draft.outlet()).isEqualTo("a");
  }

  @Test
  void jsonFeed_isAFeed() {
    Document document =
        read(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":"
                + "[{\"id\":\"1\",\"content_text\":\"One.\",\"url\":\"https://x.example/1\"}]}",
            "feed.json");

    assertThat(((FeedItems) document).feed().items()).hasSize(1);
  }

  @Test
  void otherJson_isRefused() {
    assertThat(read("{\"a\":1}", "a.json"))
        .isEqualTo(new Refused("a.json is JSON, but neither a feed nor articles"));
  }

  @Test
  void xmlFeed_isAFeed_whateverItIsCalled() {
    String rss =
        "<rss version=\"2.0\"><channel><title>F</title><item><title>One</title></item></channel></rss>";

    Document document =
        reader.read(rss.getBytes(UTF_8), "page.html", Optional.of("text/html"), Given.NOTHING);

    assertThat(((FeedItems) document).feed().items()).hasSize(1);
    assertThat(seenHtml).isEmpty();
  }

  @Test
  void otherXml_isRefused() {
    assertThat(read("<?xml version=\"1.0\"?><invoice/>", "i.xml"))
        .isEqualTo(new Refused("i.xml is XML, but no feed"));
  }

  @Test
  void htmlPage_goesToTheExtractorOfPages_withItsAddress() {
    String html = "<!DOCTYPE html><html><body><article>A body.</article></body></html>";

    ArticleDraft draft = one(read(html, "https://www.palm.example/1"));

    assertThat(seenHtml).containsExactly(html);
    assertThat(seenAddresses)
        .containsExactly(Optional.of(URI.create("https://www.palm.example/1")));
    assertThat(draft.text()).isEqualTo("A body.");
    assertThat(draft.outlet()).isEqualTo("Palm Daily");
    assertThat(draft.url()).contains(URI.create("https://palm.example/canonical"));
    assertThat(draft.published()).contains(Instant.parse("2026-03-12T08:00:00Z"));
  }

  @Test
  void xhtmlPage_isHtml() {
    read(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html><article>x</article></html>",
        "x.xml");

    assertThat(seenHtml).hasSize(1);
  }

  @Test
  void fragmentOfHtml_isHtml() {
    assertThat(read("<div><article>A body.</article></div>", "x.txt")).isInstanceOf(Articles.class);
    assertThat(seenHtml).hasSize(1);
  }

  @Test
  void htmlPage_withoutArticle_isRefused() {
    assertThat(read("<html><body>menu</body></html>", "menu.html"))
        .isEqualTo(new Refused("menu.html: no article found"));
  }

  @Test
  void plainText_isOneArticle_withTheFilesNameAsOutlet() {
    ArticleDraft draft = one(read(ENGLISH, "/news/Palm Daily.txt"));

    assertThat(draft.title()).isEqualTo("Harbour of Tarsa opens again after repairs");
    assertThat(draft.text().lines()).hasSize(2);
    assertThat(draft.outlet()).isEqualTo("Palm Daily");
    assertThat(draft.language()).isEqualTo(Language.ENGLISH);
    assertThat(draft.published()).isEmpty();
    assertThat(draft.url()).isEmpty();
  }

  @Test
  void plainText_outletOfTheFooter_goesBeforeTheFilesName() {
    assertThat(
            one(read(ENGLISH + "\n© 2026 Tarsa Post Ltd. All rights reserved.\n", "a.txt"))
                .outlet())
        .isEqualTo("Tarsa Post");
  }

  @Test
  void plainText_fromAnAddress_hasItsHostAsOutlet() {
    ArticleDraft draft = one(read(ENGLISH, "https://www.tarsa.example/1"));

    assertThat(draft.outlet()).isEqualTo("tarsa.example");
    assertThat(draft.url()).contains(URI.create("https://www.tarsa.example/1"));
  }

  @Test
  void whatIsGiven_goesBeforeWhatThePageSays() {
    Given given =
        new Given(
            Optional.of("Given Post"),
            Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
            Optional.of(Language.ARABIC),
            Optional.of(URI.create("https://given.example/1")));

    ArticleDraft draft =
        one(reader.read("<html><article>".getBytes(UTF_8), "a.html", Optional.empty(), given));

    assertThat(draft.outlet()).isEqualTo("Given Post");
    assertThat(draft.published()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(draft.language()).isEqualTo(Language.ARABIC);
    assertThat(draft.url()).contains(URI.create("https://given.example/1"));
  }

  @Test
  void textInAnotherCharset_isRead() {
    for (Charset charset : List.of(Charset.forName("windows-1256"), StandardCharsets.UTF_16)) {
      Document document =
          reader.read(ARABIC.getBytes(charset), "a.txt", Optional.empty(), Given.NOTHING);

      assertThat(one(document).text()).contains("لقد وفينا بوعدنا");
    }
  }

  @Test
  void binaryFiles_areRefusedByName() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    byte[] pdf = "%PDF-1.7\nThis looks like text, and is none.".getBytes(UTF_8);
    byte[] noise = new byte[2_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 7919 >> 3);
    }

    assertThat(reader.read(png, "picture.png", Optional.empty(), Given.NOTHING))
        .isEqualTo(new Refused("picture.png is not text"));
    assertThat(reader.read(pdf, "a.pdf", Optional.empty(), Given.NOTHING))
        .isEqualTo(new Refused("a.pdf is not text"));
    assertThat(reader.read(noise, "a.bin", Optional.empty(), Given.NOTHING))
        .isEqualTo(new Refused("a.bin is not text"));
  }

  @Test
  void emptyDocument_isRefused() {
    assertThat(read(" \n", "a.txt")).isEqualTo(new Refused("a.txt is empty"));
    assertThat(read("", "a.jsonl")).isEqualTo(new Refused("a.jsonl is empty"));
  }

  @Test
  void documentBeyondTheLimit_isRefused() throws IOException {
    DocumentReader small = new DocumentReader(this::page, new FeedReader(), 100);
    Path file = Files.writeString(folder.resolve("long.txt"), ENGLISH);

    assertThat(small.read(ENGLISH.getBytes(UTF_8), "long.txt", Optional.empty(), Given.NOTHING))
        .isEqualTo(new Refused("long.txt is larger than 100 bytes"));
    assertThat(small.read(file, Given.NOTHING, draft -> {}))
        .isEqualTo(new Refused("long.txt is larger than 100 bytes"));
  }

  @Test
  void extractorThatFails_costsItsDocumentOnly() {
    DocumentReader failing =
        new DocumentReader(
            (html, address) -> {
              throw new IllegalStateException("defect");
            });

    assertThat(failing.read("<html>".getBytes(UTF_8), "a.html", Optional.empty(), Given.NOTHING))
        .isInstanceOf(Refused.class);
  }

  @Test
  void file_isReadByItsKind() throws IOException {
    List<ArticleDraft> taken = new ArrayList<>();
    Path text = Files.writeString(folder.resolve("Tarsa Post.txt"), ARABIC);

    assertThat(reader.read(text, Given.NOTHING, taken::add)).isEqualTo(new HandedOn(1, List.of()));
    assertThat(taken).extracting(ArticleDraft::outlet).containsExactly("Tarsa Post");
  }

  @Test
  void fileThatIsNotThere_isRefused() {
    assertThat(reader.read(folder.resolve("gone.txt"), Given.NOTHING, draft -> {}))
        .isInstanceOf(Refused.class);
  }

  @Test
  void largeFileOfLines_isHandedOnLineByLine_whateverTheLimitOfADocument() throws IOException {
    DocumentReader small = new DocumentReader(this::page, new FeedReader(), 5_000);
    Path file = folder.resolve("many.jsonl");
    String body = "و".repeat(500);
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < 2_000; i++) {
        out.write("{\"id\":\"" + i + "\",\"text\":\"" + body + "\"}\r\n");
      }
      out.write("{\"id\":\"last\",\"text\":\"One.\"}");
    }
    List<String> ids = new ArrayList<>();

    Document.Streamed outcome =
        small.read(file, Given.NOTHING, draft -> ids.add(draft.givenId().orElseThrow()));

    assertThat(outcome).isEqualTo(new HandedOn(2_001, List.of()));
    assertThat(ids).hasSize(2_001).endsWith("1999", "last");
  }

  @Test
  void lineOfImmenseLength_isReported_andNotHeld() throws IOException {
    Path file = folder.resolve("a.jsonl");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("{\"text\":\"One.\"}\n{\"text\":\"");
      String part = "x".repeat(100_000);
      for (int i = 0; i < 60; i++) {
        out.write(part);
      }
      out.write("\"}\n{\"text\":\"Three.\"}\n");
    }

    HandedOn outcome = (HandedOn) reader.read(file, Given.NOTHING, draft -> {});

    assertThat(outcome.articles()).isEqualTo(2);
    assertThat(outcome.problems()).singleElement().asString().startsWith("line 2: longer than");
  }

  @Test
  void whatTheTakerThrows_goesThrough() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"One.\"}\n");

    assertThatThrownBy(
            () ->
                reader.read(
                    file,
                    Given.NOTHING,
                    draft -> {
                      throw new IllegalStateException("the store is full");
                    }))
        .hasMessage("the store is full");
  }
}
