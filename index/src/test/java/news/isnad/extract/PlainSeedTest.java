package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import news.isnad.testing.Shared;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

/** The page that the project began with, where it is at hand; its text stays where it is. */
class PlainSeedTest {
  @Test
  void seedPage_isItsArticleAndNothingElse() throws IOException {
    String text = Files.readString(Shared.path("seed/erem-news.txt"));
    List<String> lines =
        text.lines()
            .map(line -> line.replaceAll("^[\\s\u00A0]+|[\\s\u00A0]+$", ""))
            .filter(line -> !line.isEmpty())
            .toList();
    // Running text is long; headlines, captions, labels and the footer are short.
    List<String> paragraphs = lines.stream().filter(line -> line.length() > 110).toList();

    ExtractedPage page = new PlainTextExtractor().extract(text);

    assertThat(paragraphs).hasSizeGreaterThanOrEqualTo(9);
    assertThat(page.isArticle()).isTrue();
    assertThat(page.body().split("\n")).containsExactlyElementsOf(paragraphs);
    assertThat(page.title()).isEqualTo(lines.get(2));
    assertThat(page.outlet()).contains("Erem News");
    assertThat(page.language()).isEqualTo(Language.ARABIC);
    assertThat(page.published()).isEmpty();
  }
}
