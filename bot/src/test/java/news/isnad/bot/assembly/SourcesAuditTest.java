package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.bot.operator.SourceDesk;
import news.isnad.config.Configuration;
import news.isnad.config.Settings;
import news.isnad.config.SettingsReader;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do with sources and its line in the audit are there together, or neither is. */
class SourcesAuditTest {
  private static final long OPERATOR = 11;
  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>The Quay Gazette</title><item><title>Crane"
          + " moved</title><link>https://quay.example/1</link></item></channel></rss>";

  @TempDir Path folder;
  private HttpServer web;
  private Engine engine;
  private SourcesAtWork sources;
  private URI address;

  @BeforeEach
  void open() throws IOException {
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          byte[] body = FEED.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    web.start();
    address = URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/feed");
    engine =
        Engine.open(
            folder.resolve("isnad.db"),
            folder.resolve("index"),
            Conversation.MIGRATIONS,
            KnownNames.shipped(),
            InstantSource.system());
    sources = SourcesAtWork.over(engine, settings(), InstantSource.system());
  }

  @AfterEach
  void close() {
    sources.close();
    engine.close();
    web.stop(0);
  }

  private Settings settings() {
    Configuration read =
        SettingsReader.read(
            folder,
            Optional.empty(),
            Map.of(
                "ISNAD_FETCH_ALLOW",
                "127.0.0.0/8",
                "ISNAD_FETCH_PORTS",
                Integer.toString(web.getAddress().getPort())),
            Map.of());
    return ((Configuration.Read) read).settings();
  }

  private List<String> audit() {
    return engine
        .database()
        .reading(
            handle ->
                handle
                    .createQuery("SELECT person || ' ' || deed || ' ' || details FROM audit")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void deeds_standInTheAudit() {
    SourceDesk desk = sources.desk();
    assertThat(desk.add(address, OPERATOR)).isInstanceOf(SourceDesk.Outcome.Added.class);
    assertThat(desk.add(address, OPERATOR)).isInstanceOf(SourceDesk.Outcome.Known.class);
    assertThat(desk.remove(address, OPERATOR)).isTrue();
    assertThat(desk.remove(address, OPERATOR)).isFalse();
    assertThat(audit()).containsExactly("11 ADD_SOURCE " + address, "11 REMOVE_SOURCE " + address);
  }

  @Test
  void deedThatCannotBeWritten_isNotDone() {
    SourceDesk desk = sources.desk();
    desk.add(address, OPERATOR);
    engine
        .database()
        .inTransaction(handle -> handle.execute("ALTER TABLE audit RENAME TO elsewhere"));
    assertThatThrownBy(() -> desk.remove(address, OPERATOR)).isInstanceOf(RuntimeException.class);
    assertThat(desk.tracked()).hasSize(1);
  }
}
