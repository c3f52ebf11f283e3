package news.isnad.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.isnad.config.UnusableFileException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest {
  @TempDir static Path shared;
  private static Embedder embedder;

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    embedder = OnnxEmbedder.in(MiniLm.in(shared.resolve("minilm")));
  }

  @AfterAll
  static void unload() {
    embedder.close();
  }

  @Test
  void nearMeaning_isNear_withoutCommonWords() {
    float[] asked = embedder.question("Who looks after the lighthouse?");
    List<float[]> passages =
        embedder.passages(
            List.of(
                "The keeper of the lamp lives in the tower.",
                "Tram fares rise by a tenth next spring.",
                "The bakers agreed on a shorter working week."));
    assertThat(product(asked, passages.get(0)))
        .isGreaterThan(product(asked, passages.get(1)) + .1)
        .isGreaterThan(product(asked, passages.get(2)) + .1);
  }

  @Test
  void vectors_haveLengthOne() {
    float[] vector = embedder.question("harbour");
    assertThat(vector).hasSize(384);
    assertThat(product(vector, vector)).isCloseTo(1, within(1e-4));
  }

  @Test
  void passage_isTheSameAloneAndAmongLongerOnes() {
    String text = "The ferry to the island was late.";
    List<String> many =
        java.util.stream.IntStream.range(0, 19)
            .mapToObj(i -> i == 9 ? text : "Word ".repeat(3 + 2 * i) + "end.")
            .toList();
    float[] alone = embedder.passages(List.of(text)).getFirst();
    List<float[]> vectors = embedder.passages(many);
    assertThat(vectors).hasSize(19);
    // The model computes with eight bits, scaled by the batch.
    assertThat(product(alone, vectors.get(9))).isGreaterThan(.97);
    assertThat(product(alone, vectors.get(8))).isLessThan(.8);
  }

  @Test
  void longText_isCut() {
    assertThat(embedder.question("lighthouse ".repeat(5_000))).hasSize(384);
  }

  @Test
  void emptyText_isNoFault() {
    assertThat(embedder.question("")).hasSize(384);
    assertThat(embedder.passages(List.of())).isEmpty();
  }

  @Test
  void missingFiles_areNamed() throws IOException {
    refused("model.onnx is missing");
    Files.writeString(folder.resolve("model.onnx"), "x");
    refused("tokenizer.json is missing");
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    for (String line : List.of("pooling=max", "max-tokens=many", "max-tokens=0")) {
      Files.writeString(folder.resolve("isnad.properties"), line);
      refused("isnad.properties");
    }
  }

  private void refused(String said) {
    assertThatThrownBy(() -> OnnxEmbedder.in(folder))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(said)
        .hasMessageContainingAll("language.embedding", "model.onnx", "leave");
  }

  @Test
  void brokenFiles_areNamed_whenTheyAreLoaded() throws IOException {
    MiniLm.in(folder);
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    brokenIs("tokenizer.json");
    Files.writeString(folder.resolve("tokenizer.json"), "no JSON");
    brokenIs("tokenizer.json");
    Files.copy(
        shared.resolve("minilm/tokenizer.json"),
        folder.resolve("tokenizer.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve("model.onnx"), "no model");
    brokenIs("model.onnx");
  }

  private void brokenIs(String file) {
    try (Embedder broken = OnnxEmbedder.in(folder)) {
      assertThatThrownBy(() -> broken.question("harbour"))
          .isInstanceOf(UnusableFileException.class)
          .hasMessageContainingAll("language.embedding", folder.resolve(file).toString());
    }
  }

  @Test
  void identity_isOfTheFilesAndTheProperties() throws IOException {
    MiniLm.in(folder);
    String before = OnnxEmbedder.in(folder).identity();
    assertThat(OnnxEmbedder.in(folder).identity()).isEqualTo(before);
    Files.writeString(folder.resolve("isnad.properties"), "max-tokens=128");
    String cut = OnnxEmbedder.in(folder).identity();
    assertThat(cut).isNotEqualTo(before);
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    assertThat(OnnxEmbedder.in(folder).identity()).isNotIn(before, cut);
  }

  @Test
  void prefixes_followTheNameAndTheProperties() throws IOException {
    Path e5 = folder.resolve("multilingual-e5-small");
    Files.createDirectories(e5);
    Files.writeString(e5.resolve("model.onnx"), "x");
    Files.writeString(e5.resolve("tokenizer.json"), "{}");
    assertThat(Model.in(e5).queryPrefix()).isEqualTo("query: ");
    assertThat(Model.in(e5).passagePrefix()).isEqualTo("passage: ");
    Files.writeString(e5.resolve("isnad.properties"), "query-prefix=ask:\npooling=cls\n");
    assertThat(Model.in(e5).queryPrefix()).isEqualTo("ask:");
    assertThat(Model.in(e5).cls()).isTrue();
    assertThat(Model.in(shared.resolve("minilm")).queryPrefix()).isEmpty();
  }

  @Test
  void queryPrefix_isPartOfTheQuestion() throws IOException {
    MiniLm.in(folder);
    Files.writeString(folder.resolve("isnad.properties"), "query-prefix=tram fares \n");
    try (Embedder prefixed = OnnxEmbedder.in(folder)) {
      assertThat(product(prefixed.question("harbour"), embedder.question("tram fares harbour")))
          .isCloseTo(1, within(1e-4));
    }
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
