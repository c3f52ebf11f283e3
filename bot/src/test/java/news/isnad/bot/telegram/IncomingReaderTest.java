package news.isnad.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import news.isnad.bot.telegram.Incoming.ButtonPress;
import news.isnad.bot.telegram.Incoming.EditedMessage;
import news.isnad.bot.telegram.Incoming.MembershipChange;
import news.isnad.bot.telegram.Incoming.Migration;
import news.isnad.bot.telegram.Incoming.Other;
import news.isnad.bot.telegram.Incoming.SentFile;
import news.isnad.bot.telegram.Incoming.TextMessage;
import news.isnad.bot.telegram.Incoming.WordlessMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingReaderTest {
  private static final String PERSON =
      "{'id':42,'is_bot':false,'first_name':'Rana','language_code':'ar'}";
  private static final String PRIVATE = "{'id':42,'type':'private','first_name':'Rana'}";
  private static final String FORUM =
      "{'id':-1001234567890,'type':'supergroup','title':'Desk','is_forum':true}";

  private final IncomingReader reader = new IncomingReader(900);

  private Incoming read(String json) {
    return reader.read(json.replace('\'', '"'));
  }

  private TextMessage readText(String message) {
    return (TextMessage) read("{'update_id':7,'message':" + message + "}");
  }

  private static String message(String chat, String rest) {
    return "{'message_id':3,'from':"
        + PERSON
        + ",'chat':"
        + chat
        + ",'date':1700000000,"
        + rest
        + "}";
  }

  @Test
  void privateText_isRead() {
    assertThat(readText(message(PRIVATE, "'text':'ماذا قال؟'")))
        .isEqualTo(
            new TextMessage(
                7,
                new Person(42, "Rana", Optional.of("ar"), false),
                new Chat(42, Chat.Kind.PRIVATE, "", false),
                Optional.empty(),
                Optional.empty(),
                3,
                "ماذا قال؟",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.ofEpochSecond(1_700_000_000)));
  }

  @Test
  void command_isSplitFromItsArgumentAndItsBot() {
    TextMessage text = readText(message(FORUM, "'text':'/Ask@Isnad_Bot  who said it? '"));

    assertThat(text.command()).contains("ask");
    assertThat(text.commandFor()).contains("isnad_bot");
    assertThat(text.argument()).isEqualTo("who said it?");
  }

  @Test
  void pathInAText_isNoCommand() {
    assertThat(readText(message(PRIVATE, "'text':'/etc/passwd'")).command()).isEmpty();
    assertThat(readText(message(PRIVATE, "'text':'see /ask'")).command()).isEmpty();
  }

  @Test
  void thread_countsInForumsOnly() {
    String inTopic = "'text':'x','message_thread_id':11,'is_topic_message':true";
    assertThat(readText(message(FORUM, inTopic)).thread()).contains(11L);
    assertThat(readText(message(FORUM, "'text':'x','message_thread_id':11")).thread()).isEmpty();
  }

  @Test
  void replyToOurMessage_isTold() {
    String ours = "'text':'x','reply_to_message':{'message_id':2,'from':{'id':900}}";
    String others = "'text':'x','reply_to_message':{'message_id':2,'from':{'id':901}}";
    String topic =
        "'text':'x','reply_to_message':{'message_id':2,'from':{'id':900},'forum_topic_created':{}}";

    assertThat(readText(message(FORUM, ours)).replyToBot()).isTrue();
    assertThat(readText(message(FORUM, ours)).replyToMessage()).contains(2L);
    assertThat(readText(message(FORUM, others)).replyToBot()).isFalse();
    assertThat(readText(message(FORUM, topic)).replyToBot()).isFalse();
  }

  @Test
  void quoteAloneInAReply_isAboutTheWordsRepliedTo() {
    String words = "'reply_to_message':{'message_id':2,'from':{'id':901},'text':'the dam holds'}";
    assertThat(readText(message(FORUM, "'text':'/quote'," + words)).argument())
        .isEqualTo("the dam holds");
    assertThat(readText(message(FORUM, "'text':'/quote@x_bot '," + words)).argument())
        .isEqualTo("the dam holds");
    assertThat(
            readText(message(FORUM, "'text':'/quote','quote':{'text':'dam holds'}," + words))
                .argument())
        .isEqualTo("dam holds");
    assertThat(readText(message(FORUM, "'text':'/quote it rains'," + words)).argument())
        .isEqualTo("it rains");
    assertThat(readText(message(FORUM, "'text':'/why'," + words)).argument()).isEmpty();
  }

  @Test
  void anonymousAdministrator_isTold() {
    String rest = "'text':'x','sender_chat':{'id':-1001234567890,'type':'supergroup'}";
    assertThat(readText(message(FORUM, rest)).isFromAnonymousAdministrator()).isTrue();
    assertThat(readText(message(FORUM, "'text':'x'")).isFromAnonymousAdministrator()).isFalse();
  }

  @Test
  void editedText_isReadAsOne() {
    Incoming edited =
        read("{'update_id':8,'edited_message':" + message(PRIVATE, "'text':'new'") + "}");

    assertThat(edited).isInstanceOf(EditedMessage.class);
    assertThat(((EditedMessage) edited).message().text()).isEqualTo("new");
  }

  @Test
  void press_tellsWhetherItsMessageCanBeReached() {
    String press =
        "{'update_id':9,'callback_query':{'id':'q','from':"
            + PERSON
            + ",'data':'1:more:x','message':";
    ButtonPress reachable = (ButtonPress) read(press + message(PRIVATE, "'text':'x'") + "}}");
    ButtonPress gone =
        (ButtonPress) read(press + "{'chat':" + PRIVATE + ",'message_id':3,'date':0}}}");
    ButtonPress inline =
        (ButtonPress) read("{'update_id':9,'callback_query':{'id':'q','from':" + PERSON + "}}");

    assertThat(reachable.accessible()).isTrue();
    assertThat(reachable.data()).isEqualTo("1:more:x");
    assertThat(gone.accessible()).isFalse();
    assertThat(gone.chatId()).contains(42L);
    assertThat(inline.chat()).isEmpty();
    assertThat(inline.data()).isEmpty();
  }

  @Test
  void membership_isRead() {
    MembershipChange change =
        (MembershipChange)
            read(
                "{'update_id':1,'my_chat_member':{'chat':"
                    + FORUM
                    + ",'from':"
                    + PERSON
                    + ",'date':1,'old_chat_member':{'status':'left'},"
                    + "'new_chat_member':{'status':'restricted','is_member':true,"
                    + "'can_send_messages':false}}}");

    assertThat(change.before()).isEqualTo(Membership.LEFT);
    assertThat(change.after()).isEqualTo(Membership.SILENCED);
  }

  @Test
  void migration_isReadBothWays() {
    String old = "{'id':-5,'type':'group','title':'Desk'}";
    assertThat(read("{'update_id':1,'message':" + message(old, "'migrate_to_chat_id':-1005") + "}"))
        .isEqualTo(new Migration(1, -5, -1005));
    assertThat(
            read("{'update_id':1,'message':" + message(FORUM, "'migrate_from_chat_id':-5") + "}"))
        .isEqualTo(new Migration(1, -5, -1001234567890L));
  }

  @Test
  void photograph_isWordlessInPrivateAndNothingInGroups() {
    String photo = "'photo':[null,{'file_id':'x'}],'caption':'what is this'";
    assertThat(read("{'update_id':1,'message':" + message(PRIVATE, photo) + "}"))
        .isInstanceOfSatisfying(
            WordlessMessage.class,
            wordless -> assertThat(wordless.caption()).isEqualTo("what is this"));
    assertThat(read("{'update_id':1,'message':" + message(FORUM, photo) + "}"))
        .isEqualTo(new Other(1, "message"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "voice", "video_note", "audio", "video", "animation", "sticker", "location", "venue",
        "contact", "poll", "dice", "story", "game", "checklist", "rich_message", "live_photo"
      })
  void whatHasNoWords_isWordlessInPrivateAndNothingInGroups(String kind) {
    String content = "'" + kind + "':{'file_id':'x','emoji':'?','duration':3}";
    assertThat(read("{'update_id':1,'message':" + message(PRIVATE, content) + "}"))
        .isInstanceOf(WordlessMessage.class);
    assertThat(read("{'update_id':1,'message':" + message(FORUM, content) + "}"))
        .isInstanceOf(Other.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "message_reaction",
        "message_reaction_count",
        "chosen_inline_result",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "managed_bot",
        "not_yet_invented"
      })
  void updateOfAKindThatWeDoNotAskFor_isNobodysWish(String kind) {
    assertThat(read("{'update_id':9,'" + kind + "':" + message(PRIVATE, "'text':'/forget'") + "}"))
        .isEqualTo(new Other(9, kind));
  }

  @Test
  void pressOnAMessageSentInline_isAPressWithoutAChat() {
    ButtonPress press =
        (ButtonPress)
            read(
                "{'update_id':1,'callback_query':{'id':'5','from':"
                    + PERSON
                    + ",'inline_message_id':'abc','chat_instance':'1','game_short_name':'x'}}");
    assertThat(press.chat()).isEmpty();
    assertThat(press.data()).isEmpty();
  }

  @Test
  void inlineQuery_tellsWhetherMoreIsWanted() {
    String query = "{'update_id':1,'inline_query':{'id':'5','from':" + PERSON + ",'query':'x'";
    assertThat(((Incoming.InlineQuery) read(query + ",'offset':''}}")).further()).isFalse();
    assertThat(((Incoming.InlineQuery) read(query + ",'offset':'10'}}")).further()).isTrue();
  }

  @Test
  void textFile_isOneWithItsCaption_whereverItIsSent() {
    String file =
        "'document':{'file_id':'x','mime_type':'text/plain','file_size':7},'caption':'/list me'";
    for (String chat : new String[] {PRIVATE, FORUM}) {
      assertThat(read("{'update_id':1,'message':" + message(chat, file) + "}"))
          .isInstanceOfSatisfying(
              SentFile.class,
              sent -> {
                assertThat(sent.fileId()).isEqualTo("x");
                assertThat(sent.size()).isEqualTo(7);
                assertThat(sent.message().command()).contains("list");
              });
    }
    String other = "'document':{'file_id':'x','mime_type':'application/zip'}";
    assertThat(read("{'update_id':1,'message':" + message(PRIVATE, other) + "}"))
        .isInstanceOf(WordlessMessage.class);
  }

  @Test
  void novelties_areTolerated() {
    String odd =
        "'text':'x','chat_background_set':{'type':{'type':'hologram'}},'entities':[null,7],"
            + "'quote':'not an object','external_reply':{'origin':{'type':'dream'}}";
    assertThat(readText(message(PRIVATE, odd)).text()).isEqualTo("x");
    assertThat(read("{'update_id':4,'telepathy':{}}")).isEqualTo(new Other(4, "telepathy"));
    assertThat(read("{'update_id':4,'message':{'chat':7}}")).isEqualTo(new Other(4, "message"));
    assertThat(read("{'update_id':4}")).isEqualTo(new Other(4, ""));
    assertThatThrownBy(() -> read("{'message':{}}")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> read("[1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbers_mayBeLong() {
    Incoming text =
        read(
            "{'update_id':4503599627370495,'message':{'message_id':4503599627370494,'from':"
                + "{'id':4503599627370493},'chat':{'id':-4503599627370492,'type':'group'},"
                + "'date':99999999999,'text':'x'}}");

    assertThat(text.updateId()).isEqualTo(4503599627370495L);
    assertThat(text.chatId()).contains(-4503599627370492L);
  }

  @Test
  void anyJson_isReadOrRefused() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260115);
    String update =
        "{'update_id':7,'message':"
            + message(FORUM, "'text':'/ask x','reply_to_message':{'message_id':2}")
            + "}";
    String[] values = {"null", "7", "-1", "1.5", "'x'", "true", "{}", "[]", "[null]"};
    for (int round = 0; round < 2000; round++) {
      int from = random.nextInt(update.length());
      int colon = update.indexOf(':', from);
      if (colon < 0) {
        continue;
      }
      String broken =
          update.substring(0, colon + 1)
              + values[random.nextInt(values.length)]
              + ",'x':"
              + update.substring(colon + 1);
      try {
        assertThat(read(broken)).isNotNull();
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageStartingWith("update");
      }
    }
  }

  @Test
  void forumTopic_thatIsOpenAgain_isRead() {
    Incoming read =
        new IncomingReader(1)
            .read(
                """
                {"update_id": 3, "message": {"message_id": 8, "message_thread_id": 5,
                 "is_topic_message": true, "forum_topic_reopened": {},
                 "chat": {"id": -100, "type": "supergroup", "is_forum": true},
                 "from": {"id": 7, "first_name": "A", "is_bot": false}}}
                """);
    assertThat(read)
        .isInstanceOfSatisfying(
            Incoming.TopicChange.class,
            change -> {
              assertThat(change.thread()).isEqualTo(5);
              assertThat(change.reopened()).isTrue();
              assertThat(change.name()).isEmpty();
            });
  }
}
