package news.isnad.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.isnad.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we ask Telegram for, against the reference as data. */
class BotApiContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BotApiContract contract = new BotApiContract();

  private static JsonNode reference() throws IOException {
    return JSON.readTree(Shared.path("telegram/bot-api.json").toFile());
  }

  /** Each kind of call, with everything that it may hold and as long as that may be. */
  static List<Call> calls() {
    Message longest =
        Message.of("<b>" + "ض".repeat(Message.LONGEST_TEXT) + "</b>")
            .withPreview("https://example.org/خبر")
            .withButtons(
                List.of(
                    List.of(
                        new Button.Callback("ت".repeat(64), "1:" + "a".repeat(62)),
                        new Button.Link("b", "https://example.org/a?b=c#:~:text=%D8%AA"),
                        new Button.Copy("c", "ن".repeat(Button.Copy.LONGEST)))));
    List<Call> calls =
        new ArrayList<>(
            List.of(
                new Call.SendMessage(-1001234567890L, Optional.of(3L), Optional.of(4L), longest),
                Call.SendMessage.to(1, Message.of("x").withReplyPrompt("ص".repeat(64))),
                Call.SendMessage.to(1, Message.of("x").asPlain("a < b & c").silent(true)),
                new Call.SendDocument(
                    1, Optional.of(5L), Optional.of(6L), "a.txt", "x", "ع".repeat(2000)),
                new Call.SendPhoto(
                    1,
                    Optional.of(5L),
                    Optional.of(6L),
                    Picture.of(new byte[] {1}),
                    "ع".repeat(2000)),
                new Call.GetFile("f"),
                new Call.EditMessage(1, 2, longest),
                new Call.EditButtons(1, 2, longest.buttons()),
                new Call.EditButtons(1, 2, List.of()),
                new Call.DeleteMessage(1, 2),
                new Call.AnswerCallback("7", Optional.of("خ".repeat(500)), true),
                Call.AnswerCallback.silently("7"),
                new Call.AnswerInline(
                    "7",
                    IntStream.range(0, 50).mapToObj(at -> result("r" + at, longest)).toList(),
                    Duration.ofSeconds(60),
                    true,
                    Optional.of(new Call.StartButton("x", "a".repeat(64)))),
                new Call.AnswerGuest("7", result("x".repeat(64), longest)),
                new Call.SendChatAction(1, Optional.of(9L)),
                new Call.SetReaction(1, 2, "👀"),
                new Call.GetMe(),
                new Call.DeleteWebhook(),
                new Call.GetChatAdministrators(-1),
                new Call.GetChatMember(-1, 2),
                new Call.LeaveChat(-1),
                new Call.SetMyName("ع".repeat(64), Optional.of("ar")),
                new Call.SetMyDescription("ع".repeat(512), Optional.of("ar")),
                new Call.SetMyShortDescription("ع".repeat(120), Optional.empty()),
                new Call.ShowCommandsMenu()));
    for (Call.CommandScope scope :
        List.of(
            new Call.CommandScope.Everybody(),
            new Call.CommandScope.PrivateChats(),
            new Call.CommandScope.Groups(),
            new Call.CommandScope.GroupAdministrators(),
            new Call.CommandScope.OneChat(1))) {
      calls.add(
          new Call.SetMyCommands(
              List.of(new Call.BotCommand("a".repeat(32), "ع".repeat(256))),
              scope,
              Optional.of("ar")));
    }
    return calls;
  }

  private static InlineResult result(String id, Message message) {
    return new InlineResult(id, "title", "description", message);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void longestCall_isTaken(Call call) {
    StrictCalls.check(call);
  }

  @Test
  void everyKindOfCall_isAmongThem() {
    Set<Class<?>> kinds = calls().stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(kinds).containsAll(kindsOf(Call.class));
    Set<Class<?>> scopes =
        calls().stream()
            .filter(Call.SetMyCommands.class::isInstance)
            .map(call -> ((Call.SetMyCommands) call).scope().getClass())
            .collect(Collectors.toSet());
    assertThat(scopes).containsAll(kindsOf(Call.CommandScope.class));
  }

  private static List<Class<?>> kindsOf(Class<?> sealed) {
    return List.of(sealed.getPermittedSubclasses());
  }

  @Test
  void otherCalls_areRefused() throws IOException {
    assertThat(contract.fault("sendMessage", JSON.readTree("{\"chat_id\":1}"))).isPresent();
    assertThat(contract.fault("sendMessage", JSON.readTree("{\"chat_id\":1,\"text\":5}")))
        .isPresent();
    assertThat(
            contract.fault(
                "sendMessage", JSON.readTree("{\"chat_id\":1,\"text\":\"x\",\"colour\":1}")))
        .isPresent();
    assertThatThrownBy(() -> StrictCalls.check(Call.SendMessage.to(1, Message.of("<p>x</p>"))))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> StrictCalls.check(Call.SendMessage.to(1, Message.of("x".repeat(4097)))))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void poll_namesKindsOfUpdateThatThereAre() throws IOException {
    RawMethod poll = Methods.getUpdates(7, 100, Duration.ofSeconds(50));
    assertThat(contract.fault("getUpdates", poll.body())).isEmpty();
    assertThat(names(reference().at("/types/Update/fields")))
        .containsAll(
            texts(poll.body().path("allowed_updates")).stream().map(Object::toString).toList());
  }

  @Test
  void whatTheFakeKnows_isWhatTheReferenceSays() throws IOException {
    JsonNode reference = reference();
    assertThat(contract.methods())
        .containsExactlyInAnyOrderElementsOf(texts(reference.path("all_methods")));
    for (String name : contract.objects()) {
      JsonNode said =
          Stream.of("methods", "types")
              .map(kind -> reference.path(kind).path(name))
              .filter(JsonNode::isObject)
              .findFirst()
              .orElseThrow(() -> new AssertionError("no " + name));
      assertThat(contract.written(name))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(
              contract.objectsFields(name).stream()
                  .map(field -> written(name, field, said.path("fields")))
                  .toList());
      for (JsonNode field : said.path("fields")) {
        if (field.path("required").asBoolean()) {
          assertThat(contract.objectsFields(name)).contains(field.path("name").asText());
        }
      }
    }
  }

  private static String written(String owner, String name, JsonNode fields) {
    for (JsonNode field : fields) {
      if (field.path("name").asText().equals(name)) {
        JsonNode size = field.has("len") ? field.path("len") : field.path("range");
        List<String> values = new ArrayList<>(texts(field.path("enum")));
        if (field.has("const")) {
          values.add(field.path("const").asText());
        }
        return String.join(
            " ",
            name,
            new TreeSet<>(texts(field.path("types"))).toString(),
            field.path("required").asBoolean() ? "required" : "optional",
            size.isMissingNode() ? "" : size.path(0).asText() + ".." + size.path(1).asText(),
            values.toString());
      }
    }
    throw new AssertionError(owner + " has no " + name);
  }

  private static List<String> names(JsonNode fields) {
    List<String> names = new ArrayList<>();
    fields.forEach(field -> names.add(field.path("name").asText()));
    return names;
  }

  private static Collection<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
