package news.isnad.bot.translation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import news.isnad.bot.conversation.Translations;
import news.isnad.bot.conversation.Translations.Failed;
import news.isnad.bot.conversation.Translations.Translated;
import news.isnad.config.Secret;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibreTranslateTest {
  private static final String WORDS = "We will not wait.";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private int status = 200;
  private String answer = "{\"translatedText\":\" لن ننتظر. \"}";
  private boolean silent;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          if (silent) {
            await();
          }
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
          byte[] bytes = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/libre");
  }

  private Translations.Outcome translated(LibreTranslate service, String words) {
    return service.translate(words, Language.ENGLISH, Language.ARABIC);
  }

  @Test
  void words_areAskedForOnce_inTheServicesWay() {
    LibreTranslate service = LibreTranslate.at(address(), Optional.of(new Secret("s3cret")));

    assertThat(translated(service, WORDS)).isEqualTo(new Translated("لن ننتظر."));
    assertThat(translated(service, WORDS)).isEqualTo(new Translated("لن ننتظر."));
    assertThat(asked)
        .containsExactly(
            "POST /libre/translate {\"q\":\"We will not wait.\",\"source\":\"en\","
                + "\"target\":\"ar\",\"format\":\"text\",\"api_key\":\"s3cret\"}");
  }

  @Test
  void failures_areNoTranslation_andAreAskedForAgain() {
    LibreTranslate service = LibreTranslate.at(address(), Optional.empty());
    for (String broken :
        List.of("", "[]", "{\"translatedText\":7}", "{\"translatedText\":\" \"}")) {
      answer = broken;
      assertThat(translated(service, WORDS)).as(broken).isEqualTo(new Failed());
    }
    answer = "x".repeat(70_000);
    assertThat(translated(service, WORDS)).isEqualTo(new Failed());
    assertThat(asked).hasSize(5);
  }

  @Test
  void redirects_areNotFollowed() {
    status = 302;

    assertThat(translated(LibreTranslate.at(address(), Optional.empty()), WORDS))
        .isEqualTo(new Failed());
    assertThat(asked).hasSize(1);
  }

  @Test
  void silence_endsInTime() {
    silent = true;

    assertThat(
            translated(
                LibreTranslate.at(address(), Optional.empty(), Duration.ofMillis(200)), WORDS))
        .isEqualTo(new Failed());
  }

  @Test
  void wordsTooLong_areNotSent() {
    assertThat(translated(LibreTranslate.at(address(), Optional.empty()), "x".repeat(2_001)))
        .isEqualTo(new Failed());
    assertThat(asked).isEmpty();
  }
}
