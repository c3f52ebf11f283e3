package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

/** Invented interviews. */
class InterviewTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();

  private static List<String> speakers(String... paragraphs) {
    String text = String.join("\n", paragraphs);
    return ATTRIBUTION.statements(Editions.of(text, Language.detect(text))).stream()
        .map(statement -> statement.speaker().orElseThrow().name())
        .toList();
  }

  @Test
  void answers_areWholly_ofWhomTheLeadNames() {
    assertThat(
            speakers(
                "In an interview with the Harbour Post, Lena Maroth said the pier was safe.",
                "Why was it closed?",
                "The storm broke two beams. Some say that it was the ferry.",
                "Who pays for it?",
                "The town does.",
                "When does it open?",
                "In May."))
        .hasSize(5)
        .containsOnly("Lena Maroth");
    assertThat(
            speakers(
                "قالت هدى النجار في حوار مع صحيفة الأفق إن الرصيف سليم. وفيما يأتي نص الحوار:",
                "لماذا أغلق الرصيف؟",
                "كسرت العاصفة عمودين. ويرى آخرون أن السفينة هي السبب.",
                "من يدفع الثمن؟",
                "تدفعه البلدية."))
        .hasSize(4)
        .containsOnly("هدى النجار");
  }

  @Test
  void questionsOfTheOutlet_makeNoInterview() {
    assertThat(
            speakers(
                "Lena Maroth said the pier was safe.",
                "Why was it closed?",
                "The storm broke two beams.",
                "Who pays for it?",
                "The town does.",
                "When does it open?",
                "In May."))
        .hasSize(1);
    assertThat(
            speakers(
                "In an interview with the Harbour Post, Lena Maroth said the pier was safe.",
                "Why was it closed?",
                "The storm broke two beams."))
        .hasSize(1);
    assertThat(
            speakers(
                "In an interview with the Harbour Post, Lena Maroth said the pier was safe.",
                "Why was it closed?",
                "“We wait for the divers,” Tom Hale said.",
                "Who pays for it?",
                "“We do not know yet,” he said.",
                "When does it open?",
                "“Ask the mayor again,” he said."))
        .containsExactly("Lena Maroth", "Tom Hale", "Tom Hale", "Tom Hale");
  }
}
