package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.isnad.extract.ArticleExtractor;
import news.isnad.fetch.FetchSettings;
import news.isnad.fetch.HttpFetcher;
import news.isnad.ingest.Document;
import news.isnad.ingest.DocumentReader;
import news.isnad.ingest.Given;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final Messages ARABIC = Messages.in(Language.ARABIC);
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

  @Test
  void everyExample_isSaidInBothLanguagesByItsOwnRow() {
    for (Causes.Cause cause : Causes.all()) {
      assertThat(ENGLISH.keys()).contains("cause." + cause.key());
      assertThat(
              Causes.all().stream()
                  .filter(each -> each.sentence().matcher(cause.example()).matches())
                  .findFirst())
          .map(Causes.Cause::key)
          .contains(cause.key());
      assertThat(outsideIsolates(Causes.say(cause.example(), ARABIC)))
          .as(cause.key())
          .doesNotContainPattern("[A-Za-z]")
          .containsPattern("\\p{IsArabic}");
    }
  }

  @Test
  void whatTheTableDoesNotKnow_isSaidInGeneral() {
    assertThat(Causes.say("some new sentence", ARABIC)).isEqualTo(ARABIC.say("cause.other"));
    assertThat(Causes.say(" ", ARABIC)).isEqualTo(Markup.none());
  }

  @Test
  void numbersAndNames_areKept() {
    assertThat(Causes.say("the server answered 404", ARABIC).visible()).contains("404");
    assertThat(Causes.say("no such host: quay.example", ARABIC).visible()).contains("quay.example");
  }

  @Test
  void whatTheGuardSays_isKnown() {
    try (HttpFetcher web = new HttpFetcher(FetchSettings.standard(), InstantSource.system())) {
      for (String address :
          List.of(
              "quay",
              "ftp://quay.example/",
              "http://a:b@quay.example/",
              "http://quay.example:22/",
              "http://127.0.0.1/",
              "http://3232235777/",
              "http://localhost/",
              "http://-/",
              "https://quay.example/" + "x".repeat(9000))) {
        web.refusal(address).ifPresent(refused -> assertKnown(refused.why()));
      }
    }
  }

  @Test
  void whatReadersOfDocumentsSay_isKnown() {
    DocumentReader reader = new DocumentReader(new ArticleExtractor()::extract);
    for (String document :
        List.of("", "{\"a\":1}", "<?xml version='1.0'?><a/>", "<html><p>x</html>", "\0\1\2\3\0")) {
      Document read =
          reader.read(
              document.getBytes(StandardCharsets.UTF_8),
              "a file.txt",
              Optional.empty(),
              Given.NOTHING);
      assertKnown(
          switch (read) {
            case Document.Refused refused -> refused.why();
            default -> "no article found";
          });
    }
  }

  private static void assertKnown(String why) {
    assertThat(Causes.say(why, ENGLISH)).as(why).isNotEqualTo(ENGLISH.say("cause.other"));
  }

  private static String outsideIsolates(Markup said) {
    return said.visible().replaceAll("\u2068[^\u2069]*\u2069", "");
  }
}
