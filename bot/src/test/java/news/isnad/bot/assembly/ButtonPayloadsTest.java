package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.isnad.bot.assembly.EveryButton.Holder;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Chat;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Payloads of buttons that were altered, or pressed by others than those they were sent to.
 *
 * <p>The build presses 2,000, {@code -Disnad.presses=10000} as many as it says.
 */
class ButtonPayloadsTest {
  private static final int PRESSES = Integer.getInteger("isnad.presses", 2_000);
  private static final long STRANGER = 3;

  /**
   * Buttons that carry no id but a choice that whoever may press them can make by a command as
   * well: a language, a page, an example, a setting.
   */
  private static final List<Pattern> CHOICES =
      List.of(
          Pattern.compile("1:(lang:(ar|en)|example:(ar|en)\\d|(sources|namepage):\\d+)"),
          Pattern.compile("1:(apage|afind):-\\.\\d+"),
          Pattern.compile("1:(set|when):[a-z]+(\\.[a-z0-9]+)?"));

  private static final Set<String> SAID =
      Set.of("turn", "inbox", "outbox", "sqlite_sequence", "story_edition");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789:_-. ./ىة٣\u0000'\"%";

  @TempDir Path folder;
  private final SplittableRandom random = new SplittableRandom(20_261_129);
  private WholeBot bot;
  private EveryButton buttons;
  private long updates = 500_000;

  @BeforeEach
  void open() {
    bot = new WholeBot(folder, EveryButton.SETTINGS);
    buttons = new EveryButton(bot);
  }

  @AfterEach
  void close() {
    bot.close();
  }

  private Set<String> kinds() {
    return bot.conversation().commands().stream()
        .map(Command::buttons)
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One conversation for all of it, since none of it changes anything. */
  @Test
  void payloadsThatAreNotOnesOwn_areRefusedAndExplainThemselves() {
    buttons.converse();
    everyKindIsThere();
    altered();
    ofOthers();
    inAnotherChat();
  }

  @Test
  void buttonsPressedAgainAndLongAfter_areAlwaysAnswered() {
    buttons.converse();
    againAndAgain();
    longAgo();
  }

  private void everyKindIsThere() {
    assertThat(
            buttons.genuine.keySet().stream()
                .map(data -> data.split(":", 3)[1])
                .collect(Collectors.toSet()))
        .as("every kind of button is tried with a real one")
        .containsExactlyInAnyOrderElementsOf(kinds());
  }

  private void altered() {
    Set<String> kinds = kinds();
    List<String> known = List.copyOf(buttons.genuine.keySet());
    List<String> actions = List.copyOf(kinds);
    Map<String, String> before = stored();

    Set<String> pressed = new HashSet<>();
    for (int i = 0; i < PRESSES; i++) {
      String action = actions.get(i % actions.size());
      String base = base(known, action);
      String data = altered(known, action, base);
      pressed.add(data.split(":", 3).length == 3 ? data.split(":", 3)[1] : "");
      @Nullable Holder holder = buttons.genuine.get(base);
      if (holder != null && random.nextBoolean()) {
        assertRefused(holder.person(), data, holder.chat());
      } else {
        assertRefused(
            List.of(WholeBot.OWNER, WholeBot.READER, STRANGER).get(random.nextInt(3)), data);
      }
    }

    assertThat(pressed).containsAll(kinds);
    assertThat(stored()).containsExactlyEntriesOf(before);
  }

  private void ofOthers() {
    Map<String, String> before = stored();
    int refused = 0;
    for (Map.Entry<String, Holder> each : buttons.genuine.entrySet()) {
      if (!isChoice(each.getKey())) {
        for (long person : List.of(WholeBot.OWNER, WholeBot.READER, STRANGER)) {
          if (person != each.getValue().person()) {
            assertRefused(person, each.getKey());
            refused++;
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(80);
    assertThat(stored()).containsExactlyEntriesOf(before);
  }

  @Test
  void payloadsOfSomebodyWhoWasForgotten_areRefusedAndExplainThemselves() {
    buttons.converse();
    buttons.press(WholeBot.READER, "forget");
    bot.deliver();
    bot.conversation().housekeeping().step();
    Map<String, String> before = stored();
    buttons.genuine.forEach(
        (data, holder) -> {
          if (holder.person() == WholeBot.READER && !isChoice(data)) {
            assertRefused(holder.person(), data);
          }
        });
    assertThat(stored()).containsExactlyEntriesOf(before);
  }

  private void inAnotherChat() {
    Map<String, String> before = stored();
    Chat group = new Chat(-1_008L, Chat.Kind.SUPERGROUP, "Elsewhere", false);
    buttons.genuine.forEach(
        (data, holder) -> {
          if (!isChoice(data)) {
            assertRefused(holder.person(), data, group);
          }
        });
    assertThat(stored()).containsExactlyEntriesOf(before);
  }

  private void longAgo() {
    bot.clock.advance(Duration.ofDays(400));
    bot.conversation().housekeeping().step();
    List.copyOf(bot.engine().sources().list())
        .forEach(source -> bot.engine().sources().remove(source.id(), bot.clock.instant()));
    buttons.genuine.forEach(
        (data, holder) -> {
          List<Outgoing> said = pressed(holder.person(), data, holder.chat());
          assertThat(said.stream().map(Outgoing::call))
              .as(data)
              .anyMatch(Call.AnswerCallback.class::isInstance);
          boolean speaks =
              said.size() > 1
                  || said.getFirst().call() instanceof Call.AnswerCallback answer
                      && answer.text().isPresent();
          assertThat(speaks).as("%s says something", data).isTrue();
        });
  }

  private void againAndAgain() {
    Map<String, String> before = stored();
    for (int round = 0; round < 2; round++) {
      for (Map.Entry<String, Holder> each : Map.copyOf(buttons.genuine).entrySet()) {
        List<Outgoing> said =
            pressed(each.getValue().person(), each.getKey(), each.getValue().chat());
        assertThat(said.stream().map(Outgoing::call))
            .as(each.getKey())
            .anyMatch(Call.AnswerCallback.class::isInstance);
      }
    }
    assertThat(stored()).as("what was pressed was done").isNotEqualTo(before);
  }

  /** A payload of this kind, mostly one that we sent. */
  private String base(List<String> known, String action) {
    List<String> same =
        known.stream().filter(data -> data.startsWith("1:" + action + ":")).toList();
    return random.nextInt(4) == 0
        ? "1:" + action + ":" + id()
        : same.get(random.nextInt(same.size()));
  }

  /** One made of it that we never sent. */
  private String altered(List<String> known, String action, String base) {
    for (int attempt = 0; ; attempt++) {
      String data = attempt > 50 ? "1:" + action + ":?" + letter() : altered(base);
      if (!known.contains(data) && !isChoice(data)) {
        return data;
      }
    }
  }

  private String altered(String base) {
    int argument = base.indexOf(':', 2) + 1;
    int id = Math.max(argument, base.lastIndexOf('.') + 1);
    return switch (random.nextInt(8)) {
      case 0 -> base.substring(0, id) + id();
      case 1 -> base + letter();
      case 2 -> base.substring(0, base.length() - 1);
      case 3 -> (2 + random.nextInt(8)) + base.substring(1);
      case 4 -> base.substring(0, id) + base.substring(id).toUpperCase(Locale.ROOT) + letter();
      case 5 -> base.substring(0, argument) + letter() + letter() + letter();
      case 6 -> base.substring(0, 2 + random.nextInt(base.length() - 2));
      default -> {
        int at = id + random.nextInt(Math.max(1, base.length() - id));
        yield base.substring(0, at) + letter() + base.substring(Math.min(base.length(), at + 1));
      }
    };
  }

  private char letter() {
    return LETTERS.charAt(random.nextInt(LETTERS.length()));
  }

  private String id() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean isChoice(String data) {
    return CHOICES.stream().anyMatch(choice -> choice.matcher(data).matches());
  }

  private List<Outgoing> pressed(long person, String data, Chat chat) {
    return bot.conversation()
        .router()
        .handle(
            new Incoming.ButtonPress(
                updates++,
                "c" + updates,
                data,
                new Person(person, "x", Optional.of(random.nextBoolean() ? "en" : "ar"), false),
                Optional.of(chat),
                Optional.empty(),
                Optional.of(77L),
                true));
  }

  private void assertRefused(long person, String data) {
    assertRefused(person, data, EveryButton.own(person));
  }

  private void assertRefused(long person, String data, Chat chat) {
    List<Outgoing> said = pressed(person, data, chat);
    assertThat(said).as("%s by %s", data, person).hasSize(1);
    Call.AnswerCallback answer = (Call.AnswerCallback) said.getFirst().call();
    assertThat(answer.text().orElse("")).as("%s by %s", data, person).isNotBlank();
  }

  /** Everything that is stored but what was said about updates, by table. */
  private Map<String, String> stored() {
    return bot.engine()
        .database()
        .reading(
            handle -> {
              Map<String, String> all = new TreeMap<>();
              for (String table :
                  handle
                      .createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                      .mapTo(String.class)
                      .list()) {
                if (!SAID.contains(table)) {
                  all.put(
                      table,
                      handle.createQuery("SELECT * FROM " + table).mapToMap().list().toString());
                }
              }
              return all;
            });
  }
}
