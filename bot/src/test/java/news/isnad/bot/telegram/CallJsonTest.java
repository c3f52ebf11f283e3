package news.isnad.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallJsonTest {
  static List<Call> calls() {
    Message rich =
        Message.of("<b>«نص»</b>")
            .withPreview("https://example.org")
            .withButtons(
                List.of(
                    List.of(
                        new Button.Callback("a", "1:a:1"),
                        new Button.Link("b", "https://example.org"),
                        new Button.Copy("c", "copied"))));
    return List.of(
        new Call.SendMessage(-1001234567890L, Optional.of(3L), Optional.of(4L), rich),
        Call.SendMessage.to(1, Message.of("x").withReplyPrompt("p")),
        Call.SendMessage.to(1, Message.of("x").asPlain("a < b")),
        new Call.EditMessage(1, 2, rich),
        new Call.EditMessage(
            1, 2, rich, Optional.of(new Call.EditMessage.Anew(Optional.of(3L), Optional.of(4L)))),
        new Call.EditMessage(
            1, 2, rich, Optional.of(new Call.EditMessage.Anew(Optional.empty(), Optional.empty()))),
        new Call.EditButtons(1, 2, rich.buttons()),
        new Call.DeleteMessage(1, 2),
        new Call.AnswerCallback("77", Optional.of("x"), true),
        new Call.AnswerInline(
            "78",
            List.of(new InlineResult("7.1.2", "title", "description", rich)),
            Duration.ofSeconds(60),
            true,
            Optional.of(new Call.StartButton("x", "inline"))),
        Call.AnswerCallback.silently("4382bfdwdsb323b2d9"),
        new Call.SendChatAction(1, Optional.of(9L)),
        new Call.SetReaction(1, 2, "👀"),
        new Call.LeaveChat(1),
        new Call.SendDocument(1, Optional.of(5L), Optional.empty(), "a.txt", "قمح\tx\n", "caption"),
        new Call.SendPhoto(
            1, Optional.of(5L), Optional.of(6L), Picture.of(new byte[] {1, -2, 3}), "caption"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void call_comesBackAsItWas(Call call) {
    assertThat(CallJson.read(CallJson.write(call))).isEqualTo(call);
  }

  @Test
  void form_isKeptForRowsOfOlderVersions() {
    assertThat(CallJson.read("{\"call\":\"send\",\"chat\":5,\"html\":\"<i>x</i>\"}"))
        .isEqualTo(Call.SendMessage.to(5, Message.of("<i>x</i>")));
  }

  @Test
  void question_cannotWait() {
    assertThat(CallJson.isWritable(new Call.GetMe())).isFalse();
    assertThatThrownBy(() -> CallJson.write(new Call.GetMe()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anythingElse_isRefused() {
    assertThatThrownBy(() -> CallJson.read("{\"call\":\"dance\"}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CallJson.read("{")).isInstanceOf(IllegalArgumentException.class);
  }
}
