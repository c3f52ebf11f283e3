package news.isnad.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fake is only worth something if it says no. */
class FakeTelegramTest {
  private final FakeTelegram telegram = new FakeTelegram();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    telegram.expectDefects();
    http.close();
    telegram.close();
  }

  private JsonNode ask(String method, String body) throws IOException, InterruptedException {
    return ask(FakeTelegram.TOKEN, method, body);
  }

  private JsonNode ask(String token, String method, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(telegram.url() + "/bot" + token + "/" + method))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  private String refusal(String method, String body) throws IOException, InterruptedException {
    return ask(method, body).path("description").asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'text':'x'} | parameter \"chat_id\" is required",
        "{'chat_id':1,'text':'x','colour':'red'} | sendMessage knows no colour",
        "{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'b','callback_data':'x','url':'https://a.example/'}]]}}"
            + " | can't parse",
        "{'chat_id':1} | parameter \"text\" is required",
        "{'chat_id':1,'text':7} | can't parse field \"text\"",
        "{'chat_id':[1],'text':'x'} | can't parse field \"chat_id\"",
        "{'chat_id':2,'text':'x'} | chat not found",
        "{'chat_id':1,'text':' '} | message text is empty",
        "{'chat_id':1,'text':'<b></b>','parse_mode':'HTML'} | message text is empty",
        "{'chat_id':1,'text':'<p>x</p>','parse_mode':'HTML'} | Unsupported start tag \"p\"",
        "{'chat_id':1,'text':'<b>x','parse_mode':'HTML'} | Can't find end tag",
        "{'chat_id':1,'text':'<b><i>x</b></i>','parse_mode':'HTML'} | Unmatched end tag",
        "{'chat_id':1,'text':'x</b>','parse_mode':'HTML'} | Unexpected end tag",
        "{'chat_id':1,'text':'a < b','parse_mode':'HTML'} | can't parse entities",
        "{'chat_id':1,'text':'a & b','parse_mode':'HTML'} | can't parse entities",
        "{'chat_id':1,'text':'a&nbsp;b','parse_mode':'HTML'} | can't parse entities",
        "{'chat_id':1,'text':'x','message_thread_id':5} | message thread not found",
        "{'chat_id':1,'text':'x','reply_parameters':{'message_id':5}} | message to be replied not",
        "{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'b'}]]}} | can't"
            + " parse",
        "{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'b','callback_data':''}]]}}"
            + " | BUTTON_DATA_INVALID",
        "{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'b','url':'no'}]]}} |"
            + " BUTTON_URL_INVALID",
      })
  void badMessage_isRefused(String body, String words) throws Exception {
    telegram.addPrivateChat(1, "Reader");

    assertThat(refusal("sendMessage", body)).startsWith("Bad Request: ").contains(words);
  }

  @Test
  void length_isMeasuredAfterTheTags() throws Exception {
    telegram.addPrivateChat(1, "Reader");
    String form = "{'chat_id':1,'parse_mode':'HTML','text':'<b>%s</b>'}";

    assertThat(ask("sendMessage", form.formatted("&lt;".repeat(4096))).path("ok").asBoolean())
        .isTrue();
    assertThat(refusal("sendMessage", form.formatted("x".repeat(4097))))
        .isEqualTo("Bad Request: message is too long");
  }

  @Test
  void callbackData_isMeasuredInBytes() throws Exception {
    telegram.addPrivateChat(1, "Reader");
    String form =
        "{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'b','callback_data':'%s'}]]}}";

    assertThat(ask("sendMessage", form.formatted("ع".repeat(32))).path("ok").asBoolean()).isTrue();
    assertThat(refusal("sendMessage", form.formatted("ع".repeat(33))))
        .contains("BUTTON_DATA_INVALID");
  }

  @Test
  void edits_areRefusedWhereNothingChangesOrNothingIs() throws Exception {
    telegram.addPrivateChat(1, "Reader");
    long id =
        ask("SENDmessage", "{'chat_id':1,'text':'x'}").path("result").path("message_id").asLong();
    String form = "{'chat_id':1,'message_id':%d,'text':'%s'}";

    assertThat(refusal("editmessagetext", form.formatted(id, "x"))).contains("not modified");
    assertThat(refusal("editMessageText", form.formatted(id + 5, "y")))
        .contains("message to edit not found");
    assertThat(ask("editMessageText", form.formatted(id, "y")).path("ok").asBoolean()).isTrue();
    telegram.deleteMessage(1, id);
    assertThat(refusal("editMessageText", form.formatted(id, "z")))
        .contains("message to edit not found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'id':'','title':'t','input_message_content':{'message_text':'x'} | no kind of"
            + " InlineQueryResult",
        "'id':'1','title':' ','input_message_content':{'message_text':'x'} | RESULT_TITLE_EMPTY",
        "'id':'1','title':'t','input_message_content':{'message_text':' '} | text is empty",
        "'id':'1','title':'t','input_message_content':{'message_text':'a<b','parse_mode':'HTML'} |"
            + " can't parse entities",
        "'id':'1','title':'t' | no kind of InlineQueryResult",
        "'id':'1','title':'t','input_message_content':{'message_text':'x'},'reply_markup':"
            + "{'inline_keyboard':[[{'text':'b'}]]} | can't parse inline keyboard button",
      })
  void badResult_isRefused(String result, String words) throws Exception {
    String query = telegram.news().mention(5, "en", "x");
    String body = "{'guest_query_id':'" + query + "','result':{'type':'article'," + result + "}}";

    assertThat(refusal("answerGuestQuery", body)).startsWith("Bad Request: ").contains(words);
  }

  @Test
  void guestQuery_isAnsweredOnce() throws Exception {
    String query = telegram.news().mention(5, "en", "x");
    String body =
        "{'guest_query_id':'"
            + query
            + "','result':{'type':'article','id':'1','title':'t','input_message_content':"
            + "{'message_text':'x'}}}";

    assertThat(ask("answerGuestQuery", body).at("/result/inline_message_id").asText()).isNotEmpty();
    assertThat(refusal("answerGuestQuery", body)).contains("query is too old");
  }

  @Test
  void inlineResults_areFiftyAtMostAndTheirButtonStarts() throws Exception {
    String result =
        "{'type':'article','id':'%d','title':'t','input_message_content':{'message_text':'x'}},";
    StringBuilder results = new StringBuilder();
    for (int each = 0; each < 51; each++) {
      results.append(result.formatted(each));
    }
    results.setLength(results.length() - 1);
    String form = "{'inline_query_id':'%s','results':[%s],'button':{'text':'b'%s}}";

    assertThat(
            refusal(
                "answerInlineQuery",
                form.formatted(telegram.type(5, "en", "x"), results, ",'start_parameter':'x'")))
        .contains("RESULTS_TOO_MUCH");
    assertThat(
            refusal(
                "answerInlineQuery",
                form.formatted(telegram.type(5, "en", "x"), "", ",'start_parameter':'a b'")))
        .contains("START_PARAM_INVALID");
    assertThat(refusal("answerInlineQuery", form.formatted(telegram.type(5, "en", "x"), "", "")))
        .contains("START_PARAM_INVALID");
  }

  @Test
  void oldQuery_isRefused() throws Exception {
    telegram.addPrivateChat(1, "Reader");
    String query = telegram.press(1, 5, 1, "x");
    String body = "{'callback_query_id':'" + query + "'}";

    assertThat(ask("answerCallbackQuery", body).path("ok").asBoolean()).isTrue();
    telegram.ageQueries();
    assertThat(refusal("answerCallbackQuery", body)).contains("query is too old");
    assertThat(
            refusal(
                "answerCallbackQuery",
                "{'callback_query_id':'1','text':'" + "x".repeat(201) + "'}"))
        .contains("text is too long");
  }

  @Test
  void commands_areChecked() throws Exception {
    String form = "{'commands':[{'command':'%s','description':'%s'}],'language_code':'%s'}";

    assertThat(refusal("setMyCommands", form.formatted("Ask", "x", "ar")))
        .contains("BOT_COMMAND_INVALID");
    assertThat(refusal("setMyCommands", form.formatted("a".repeat(33), "x", "ar")))
        .contains("BOT_COMMAND_INVALID");
    assertThat(refusal("setMyCommands", form.formatted("ask", "", "ar"))).contains("description");
    assertThat(refusal("setMyCommands", form.formatted("ask", "x", "arabic")))
        .contains("LANG_CODE_INVALID");
    assertThat(ask("setMyCommands", form.formatted("ask", "x", "ar")).path("ok").asBoolean())
        .isTrue();
    assertThat(telegram.commands()).containsKey("default/ar");
  }

  @Test
  void tokenAndMethod_areChecked() throws Exception {
    assertThat(ask("1:" + "x".repeat(35), "getMe", "{}").path("error_code").asInt()).isEqualTo(401);
    assertThat(ask("nonsense", "getMe", "{}").path("error_code").asInt()).isEqualTo(404);
    assertThat(ask("getMee", "{}").path("error_code").asInt()).isEqualTo(404);
    assertThat(ask("GetMe", "{}").path("result").path("username").asText())
        .isEqualTo("isnad_test_bot");
  }

  @Test
  void updates_areForgottenOnlyWhenConfirmed() throws Exception {
    long first = telegram.say(1, "a");
    telegram.say(1, "b");

    assertThat(ask("getUpdates", "{}").path("result")).hasSize(2);
    assertThat(ask("getUpdates", "{'limit':1}").path("result")).hasSize(1);
    assertThat(ask("getUpdates", "{'offset':" + (first + 1) + "}").path("result")).hasSize(1);
    assertThat(ask("getUpdates", "{}").path("result")).hasSize(1);
    assertThat(refusal("getUpdates", "{'limit':101}")).contains("limit");
    assertThat(telegram.confirmed()).isEqualTo(first);
  }

  @Test
  void unwantedKinds_doNotArrive() throws Exception {
    ask("getUpdates", "{'allowed_updates':['callback_query']}");
    telegram.say(1, "a");

    assertThat(ask("getUpdates", "{}").path("result")).isEmpty();
  }

  @Test
  void limits_areKept() throws Exception {
    telegram.limited(true);
    telegram.addPrivateChat(1, "Reader");
    ask("sendMessage", "{'chat_id':1,'text':'x'}");
    JsonNode second = ask("sendMessage", "{'chat_id':1,'text':'x'}");

    assertThat(second.path("error_code").asInt()).isEqualTo(429);
    assertThat(second.path("parameters").path("retry_after").asInt()).isEqualTo(1);
    telegram.punish(1, Duration.ofSeconds(30));
    assertThat(
            ask("sendMessage", "{'chat_id':1,'text':'x'}")
                .path("parameters")
                .path("retry_after")
                .asInt())
        .isEqualTo(30);
  }

  @Test
  void closedAndMovedChats_saySo() throws Exception {
    telegram.addPrivateChat(1, "Reader");
    telegram.block(1);
    telegram.addGroup(-5, "Desk");
    telegram.migrate(-5, -1005);

    assertThat(ask("sendMessage", "{'chat_id':1,'text':'x'}").path("error_code").asInt())
        .isEqualTo(403);
    assertThat(
            ask("sendMessage", "{'chat_id':-5,'text':'x'}")
                .path("parameters")
                .path("migrate_to_chat_id")
                .asLong())
        .isEqualTo(-1005);
  }

  @Test
  void otherProcesses_askOverControl() throws Exception {
    HttpRequest say =
        HttpRequest.newBuilder(URI.create(telegram.url() + "/control/say"))
            .POST(BodyPublishers.ofString("{\"chat\":9,\"text\":\"hello\"}"))
            .build();
    http.send(say, BodyHandlers.discarding());
    ask("sendMessage", "{'chat_id':9,'text':'re: hello'}");
    HttpRequest messages =
        HttpRequest.newBuilder(URI.create(telegram.url() + "/control/messages"))
            .POST(BodyPublishers.ofString("{\"chat\":9}"))
            .build();

    assertThat(http.send(messages, BodyHandlers.ofString()).body())
        .contains("\"text\":\"hello\"")
        .contains("\"text\":\"re: hello\"");
  }
}
