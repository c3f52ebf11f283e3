package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.isnad.bot.access.Role;
import news.isnad.bot.inbox.Inbox;
import news.isnad.bot.inbox.InboxWorker;
import news.isnad.bot.inbox.SteppedInbox;
import news.isnad.bot.operator.GrantedRoles;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.text.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stores of earlier schemas, each left by the program of its time: two articles, a question, two
 * topics of an owner, later a role, and for all of them an update and a message that wait.
 *
 * <p>The build upgrades the oldest, the newest, the first with roles and the one that lacks a step
 * between others; {@code -Disnad.upgrades=all} upgrades each.
 */
class UpgradeTest {
  private static final int SCHEMAS = 18;

  /** Those that the build upgrades. */
  private static final List<Integer> FEW = List.of(1, 8, 12, SCHEMAS);

  /** Since this one there are roles. */
  private static final int ROLES = 12;

  @TempDir Path folder;

  static List<Integer> schemas() {
    return "all".equals(System.getProperty("isnad.upgrades"))
        ? IntStream.rangeClosed(1, SCHEMAS).boxed().toList()
        : FEW;
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void store_ofAnEarlierSchema_keepsEverything(int schema) throws Exception {
    EarlierStore.write(schema, folder);
    try (WholeBot bot = new WholeBot(folder)) {
      bot.engine().catchUp();
      assertThat(bot.engine().findings(true)).isEmpty();
      assertThat(bot.engine().sources().list())
          .extracting(source -> source.address().toString())
          .contains("https://sahil.example/feed.xml");

      handleWaiting(bot);
      bot.deliver();
      assertThat(bot.delivered(WholeBot.READER))
          .contains("Written before the upgrade")
          .anySatisfy(
              answer -> assertThat(answer).contains("We will not ask the fishermen to pay twice"));

      assertThat(bot.say(WholeBot.READER, "ماذا قال نديم الحارثي عن التأخير؟"))
          .contains("لن ندفع ثمن التأخير مرتين");
      assertAlerts(bot);
      if (schema >= ROLES) {
        GrantedRoles roles = new GrantedRoles(bot.engine().database());
        assertThat(roles.of(12345678)).isEqualTo(Optional.of(Role.EDITOR));
        assertThat(bot.say(WholeBot.OWNER, "/audit")).contains("12345678");
      }
    }
  }

  private static void assertAlerts(WholeBot bot) {
    assertThat(bot.say(WholeBot.OWNER, "/alerts")).contains("harbour levy", "ferry tickets");
    bot.ingest(
        "u-3",
        "The Dunmere Echo",
        Language.ENGLISH,
        "Ferry tickets will cost more in May",
        "Ferry tickets will cost more in May\n"
            + "Ferry tickets to the outer islands rise by a tenth, said Odo Marchetti, who runs"
            + " the line.");
    bot.deliver();
    assertThat(bot.delivered(WholeBot.OWNER))
        .filteredOn(said -> said.contains("Ferry tickets will cost more"))
        .hasSize(1);
    assertThat(bot.delivered(WholeBot.OWNER)).noneMatch(said -> said.contains("Council delays"));
  }

  private static void handleWaiting(WholeBot bot) {
    InboxWorker worker =
        new InboxWorker(
            new Inbox(bot.engine().database(), bot.clock),
            bot.conversation().outbox(),
            new IncomingReader(900),
            bot.conversation().router()::handle,
            bot.conversation().router()::apology,
            bot.clock,
            Runnable::run,
            1);
    SteppedInbox.step(worker);
    worker.close();
  }
}
