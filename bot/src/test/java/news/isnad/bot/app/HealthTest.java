package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final Said said = new Said();

  /** Pages that say what they are told to. */
  private static final class Said implements Health.Pages {
    boolean well = true;
    boolean broken;

    @Override
    public Health.State health() {
      if (broken) {
        throw new IllegalStateException("canary-4711");
      }
      return new Health.State(true, "ok");
    }

    @Override
    public Health.State readiness() {
      return new Health.State(well, well ? "ready" : "starting");
    }

    @Override
    public String metrics() {
      return new MetricsPage().put(Metric.ARTICLES, 7).text();
    }
  }

  private static HttpResponse<String> call(Health health, String method, String path)
      throws IOException, InterruptedException {
    var address = health.address().orElseThrow();
    assertThat(address.getAddress().isLoopbackAddress()).isTrue();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void pages_saySoWhereAllIsNotWell() throws Exception {
    try (Health health = Health.anywhere(said)) {
      assertThat(call(health, "GET", "/health").statusCode()).isEqualTo(200);
      assertThat(call(health, "GET", "/ready").body()).isEqualTo("ready\n");
      said.well = false;
      assertThat(call(health, "GET", "/ready").statusCode()).isEqualTo(503);
      assertThat(call(health, "GET", "/ready").body()).isEqualTo("starting\n");
      assertThat(call(health, "GET", "/health").statusCode()).isEqualTo(200);
      said.broken = true;
      HttpResponse<String> broken = call(health, "GET", "/health");
      assertThat(broken.statusCode()).isEqualTo(503);
      assertThat(broken.body()).doesNotContain("canary");
    }
  }

  @Test
  void anythingElse_isNotThere() throws Exception {
    try (Health health = Health.anywhere(said)) {
      assertThat(call(health, "GET", "/").statusCode()).isEqualTo(404);
      assertThat(call(health, "GET", "/healthy").statusCode()).isEqualTo(404);
      assertThat(call(health, "GET", "/metrics/x").statusCode()).isEqualTo(404);
      assertThat(call(health, "POST", "/metrics").statusCode()).isEqualTo(405);
      HttpResponse<String> head = call(health, "HEAD", "/metrics");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void metrics_areInTheTextFormat() throws Exception {
    try (Health health = Health.anywhere(said)) {
      HttpResponse<String> page = call(health, "GET", "/metrics");
      assertThat(page.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
      assertThat(page.body())
          .contains(
              "# HELP isnad_articles articles in the store\n"
                  + "# TYPE isnad_articles gauge\n"
                  + "isnad_articles 7\n");
      assertThat(page.body().lines())
          .allMatch(line -> line.matches("# (HELP|TYPE) isnad_[a-z_]+ .+|isnad_[a-z_]+ \\d+"));
      Arrays.stream(Metric.values())
          .forEach(metric -> assertThat(page.body()).contains("# TYPE " + metric.key() + " "));
    }
  }

  @Test
  void nobodysWords_canBeALabel() {
    MetricsPage page = new MetricsPage().put(Metric.SOURCE_ERRORS_TOTAL, 3, "source", "12");
    assertThat(page.text()).contains("\nisnad_source_errors_total{source=\"12\"} 3\n");
    assertThatThrownBy(() -> page.put(Metric.SOURCE_ERRORS_TOTAL, 3, "source", "The Harbour Post"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("Harbour");
  }

  @Test
  void port_isClosedByDefault() {
    try (Health none = Health.on(0, said)) {
      assertThat(none.address()).isEmpty();
    }
  }
}
