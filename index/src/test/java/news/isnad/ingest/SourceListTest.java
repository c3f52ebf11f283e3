package news.isnad.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import news.isnad.article.Source;
import news.isnad.config.Tables;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceListTest {
  private static SourceList.Read read(String opml) {
    return SourceList.read(opml.getBytes(UTF_8));
  }

  private static Source source(String name, String address, Source.Kind kind, String outlet) {
    return new Source(
        1,
        name,
        URI.create(address),
        kind,
        Optional.of(outlet).filter(text -> !text.isEmpty()),
        Instant.EPOCH,
        "tester",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        0,
        0,
        OptionalDouble.empty(),
        Optional.of(Language.ARABIC).filter(_ -> !outlet.isEmpty()),
        false);
  }

  @Test
  void written_isReadAgain() {
    String opml =
        SourceList.write(
            List.of(
                source(
                    "Harbour & <Post> \"x\"\u0001",
                    "https://a.example/f?a=1&b=2",
                    Source.Kind.FEED,
                    "الميناء"),
                source("Statement", "https://b.example/", Source.Kind.PAGE, "")));
    SourceList.Read read = read(opml);
    assertThat(read.problems()).isEmpty();
    assertThat(read.entries())
        .containsExactly(
            new SourceList.Entry(
                "Harbour & <Post> \"x\"",
                URI.create("https://a.example/f?a=1&b=2"),
                Source.Kind.FEED,
                Optional.of("الميناء"),
                Optional.of(Language.ARABIC)),
            new SourceList.Entry(
                "Statement",
                URI.create("https://b.example/"),
                Source.Kind.PAGE,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void listOfAnotherProgram_isReadAtAnyDepthOnce() {
    SourceList.Read read =
        read(
            "<opml version='1.0'><body><outline text='News'><outline title='A' language='en-GB'"
                + " xmlURL='http://a.example/f'/><outline text='bad'"
                + " xmlUrl='file:///etc/passwd'/><outline text='A' xmlUrl='http://a.example/f'/>"
                + "</outline></body></opml>");
    assertThat(read.entries()).extracting(SourceList.Entry::name).containsExactly("A");
    assertThat(read.entries().getFirst().language()).contains(Language.ENGLISH);
    assertThat(read.problems())
        .extracting(SourceList.Problem::toString)
        .containsExactly("not a web address: file:///etc/passwd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no list",
        "<rss><channel/></rss>",
        "<!DOCTYPE opml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><opml><body><outline text='&a;'"
            + " xmlUrl='http://a.example/'/></body></opml>",
        "<!DOCTYPE l [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><opml>&b;</opml>",
        "<opml><body><outline"
      })
  void hostileOrBroken_isAProblemAndNoMore(String opml) {
    SourceList.Read read = read(opml);
    assertThat(read.entries()).isEmpty();
    assertThat(read.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<opml><body><outline text='A & B' xmlUrl='http://a.example/f?x=1&y=2'/><outline text='C'"
            + " xmlUrl='http://c.example/f'/></body></opml>",
        "<opml><body><outline text='A & B' xmlUrl='http://a.example/f?x=1&amp;y=2'><outline"
            + " text='C' xmlUrl='http://c.example/f'></body></opml>",
        "\uFEFF<?xml version='1.0' encoding='utf-16'?><opml><body><outline text='A & B'"
            + " xmlUrl='feed://a.example/f?x=1&y=2'/><outline text='C'"
            + " XMLURL=http://c.example/f></body></opml>",
        "<opml><body><outline text='A &nbsp; B'"
            + " xmlUrl='feed:http://a.example/f?x=1&amp;y=2'/><outline text='C'"
            + " xmlUrl='feed://c.example/f'/>",
      })
  void brokenXml_isReadAsFarAsItCanBe(String opml) {
    SourceList.Read read = read(opml);
    assertThat(read.problems()).isEmpty();
    assertThat(read.entries())
        .extracting(entry -> entry.address().toString())
        .containsExactly("http://a.example/f?x=1&y=2", "http://c.example/f");
  }

  @Test
  void tooDeepOrTooLong_isCut() {
    assertThat(read("<opml>" + "<outline>".repeat(100_000)).problems()).hasSize(1);
    StringBuilder many = new StringBuilder("<opml><body>");
    for (int i = 0; i < SourceList.MOST_ENTRIES + 5; i++) {
      many.append("<outline text='x' xmlUrl='http://a.example/").append(i).append("'/>");
    }
    SourceList.Read read = read(many + "</body></opml>");
    assertThat(read.entries()).hasSize(SourceList.MOST_ENTRIES);
    assertThat(read.problems()).hasSize(1);
  }

  @Test
  void starter_namesOutletAndLanguageOfEverySource() throws IOException {
    try (InputStream in = Tables.class.getResourceAsStream("starter.opml")) {
      SourceList.Read read = SourceList.read(in.readAllBytes());
      assertThat(read.problems()).isEmpty();
      assertThat(read.entries())
          .hasSizeGreaterThanOrEqualTo(15)
          .allSatisfy(
              entry -> {
                assertThat(entry.address().getScheme()).isEqualTo("https");
                assertThat(entry.outlet()).isPresent();
                assertThat(entry.language()).isPresent();
              });
    }
  }
}
