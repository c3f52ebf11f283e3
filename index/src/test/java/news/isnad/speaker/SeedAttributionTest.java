package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.isnad.article.Edition;
import news.isnad.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that the project began with, read from the shared folder. */
class SeedAttributionTest {
  private Edition edition;
  private List<Statement> statements;

  @BeforeEach
  void read() throws IOException {
    Path page = SharedFolder.find("seed/erem-news.txt");
    assumeTrue(Files.exists(page), "the seed page is not beside the checkout");
    String text =
        Files.readString(page)
            .lines()
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    edition = Editions.of("إرم نيوز", text, Language.ARABIC);
    statements = RuleAttribution.shipped().statements(edition);
  }

  private Statement of(String speaker) {
    return statements.stream()
        .filter(s -> s.speaker().map(Speaker::name).equals(Optional.of(speaker)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(speaker + " says nothing in " + statements));
  }

  @Test
  void official_isQuotedDirectly_throughBloomberg() {
    Statement official = of("مسؤول في البيت الأبيض");

    assertThat(official.speech()).isEqualTo(Speech.DIRECT);
    assertThat(official.span().of(edition.text())).startsWith("لا يوجد").endsWith("الحالي");
    assertThat(official.speaker().orElseThrow().institution()).contains("white-house");
    assertThat(official.upstream()).extracting(Upstream::entity).contains(Optional.of("bloomberg"));
  }

  @Test
  void kremlin_isSilent() {
    Statement kremlin = of("الكرملين");

    assertThat(kremlin.kind()).isEqualTo(Statement.Kind.SILENT);
    assertThat(kremlin.span().of(edition.text())).startsWith("ولم").endsWith("للتعليق");
    assertThat(kremlin.upstream()).extracting(Upstream::entity).contains(Optional.of("bloomberg"));
  }

  @Test
  void trump_isMixed_throughBloomberg() {
    Statement trump = of("ترامب");

    assertThat(trump.speech()).isEqualTo(Speech.MIXED);
    assertThat(trump.speaker().orElseThrow().entity()).contains("donald-trump");
    assertThat(trump.upstream()).extracting(Upstream::entity).contains(Optional.of("bloomberg"));
  }

  @Test
  void putin_saysNothing() {
    assertThat(statements)
        .noneMatch(s -> s.speaker().orElseThrow().entity().equals(Optional.of("vladimir-putin")));
  }
}
