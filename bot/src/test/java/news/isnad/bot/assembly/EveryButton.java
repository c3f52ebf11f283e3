package news.isnad.bot.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Chat;
import news.isnad.ingest.TryOut;
import news.isnad.text.Language;

/** A conversation in which every kind of button is sent to somebody. */
final class EveryButton {
  /** What the bot has to be configured with, so that it sends all of them. */
  static final Map<String, String> SETTINGS =
      Map.of("ISNAD_LANGUAGE_TRANSLATION", "http://127.0.0.1:9/");

  private static final Chat FORUM = new Chat(-1_009L, Chat.Kind.SUPERGROUP, "Quay desk", true);

  /** Who was sent a button, and where. Immutable. */
  record Holder(long person, Chat chat) {}

  /** What the buttons carry, and who holds them. */
  final Map<String, Holder> genuine = new LinkedHashMap<>();

  private final WholeBot bot;

  EveryButton(WholeBot bot) {
    this.bot = bot;
  }

  void say(long person, String text) {
    bot.say(person, text);
    collect(person, bot.said().stream().map(Outgoing::call).toList());
  }

  void press(long person, String action) {
    bot.pressData(person, last(action));
    collect(person, bot.said().stream().map(Outgoing::call).toList());
  }

  private void collect(long person, List<Call> calls) {
    for (Call call : calls) {
      List<List<Button>> rows =
          switch (call) {
            case Call.SendMessage send -> send.message().buttons();
            case Call.EditMessage edit -> edit.message().buttons();
            case Call.EditButtons edit -> edit.buttons();
            default -> List.of();
          };
      rows.stream()
          .flatMap(List::stream)
          .filter(Button.Callback.class::isInstance)
          .map(button -> ((Button.Callback) button).data())
          .forEach(data -> genuine.put(data, holder(call.chat().orElse(person), person)));
    }
  }

  private static Holder holder(long chat, long person) {
    return chat == FORUM.id() ? new Holder(person, FORUM) : new Holder(chat, own(chat));
  }

  /** Somebody's private chat. */
  static Chat own(long person) {
    return new Chat(person, Chat.Kind.PRIVATE, "", false);
  }

  /** A conversation that leads to every kind of button there is. */
  void converse() {
    long owner = WholeBot.OWNER;
    long reader = WholeBot.READER;
    say(reader, "/subscribe kiln");
    press(reader, "sub");
    say(reader, "/subscribe glaze");
    bot.ingest(
        "b-1",
        "The Quay Gazette",
        Language.ENGLISH,
        "Kiln of Marrow Street opens",
        "Kiln of Marrow Street opens\n"
            + "\"The kiln will burn all winter,\" Tamsin Orrey said on Friday.\n"
            + "The potters had waited for a year. The glaze comes by sea.");
    bot.ingest(
        "b-2",
        "The Quay Gazette",
        Language.ENGLISH,
        "Eel market moves",
        "Eel market moves\nThe eel market moves to the north pier, Denzil Roke said.");
    bot.deliver();
    collect(reader, bot.delivered);
    say(reader, "/start");
    say(reader, "What did Tamsin Orrey say about the kiln yesterday?");
    say(reader, "What did Tamsin Orrey say about the kiln?");
    press(reader, "context");
    say(reader, "What did Denzil Roke say about volcanoes?");
    for (String command :
        List.of("/alerts", "/unsubscribe", "/settings", "/schedule", "/forget", "/sources")) {
      say(reader, command);
    }
    press(reader, "aone");
    say(owner, "What did Denzil Roke say about the eel market?");
    bot.deliver();
    long answer = bot.lastMessage();
    bot.reply(owner, "/pin", answer);
    collect(owner, bot.said().stream().map(Outgoing::call).toList());
    say(owner, "/alias Tamsin Orrey = تامسين أوري");
    say(owner, "/aliases");
    say(owner, "/hide https://news.example/b-2");
    press(owner, "hideno");
    say(owner, "/takedown https://news.example/b-2");
    bot.engine()
        .sources()
        .add(
            "Quay feed",
            URI.create("https://quay.example/feed.xml"),
            Source.Kind.FEED,
            Optional.empty(),
            "test");
    say(owner, "/removesource Quay feed");
    say(owner, "/sourcestatus Quay feed");
    say(owner, "/addsource other.example");
    answers(reader);
    alerts(reader);
    lists(reader);
    sources(owner);
    passedOn(owner);
    channels(owner);
    editing(owner);
    forum(owner);
  }

  /** In a forum, where somebody who arranges things has what they are told of in a topic. */
  private void forum(long owner) {
    bot.conversation().outbox().topicMet(FORUM.id(), 6, Optional.of("Sea desk"), true);
    inForum(owner, "/subscribe amber");
    pressInForum(owner, "sub");
    inForum(owner, "/alerts");
    pressInForum(owner, "aone");
    pressInForum(owner, "awhere");
  }

  private void inForum(long person, String text) {
    bot.receive(
        ("{'update_id':%d,'message':{'message_id':%d,'date':1773565200,'message_thread_id':5,"
                + "'is_topic_message':true,'chat':{'id':FORUM,'type':'supergroup','title':'Quay"
                + " desk','is_forum':true},'from':{'id':P,'first_name':'x','language_code':'en'},"
                + "'text':'TEXT','entities':[{'type':'bot_command','offset':0,'length':LENGTH}]}}")
            .replace("FORUM", Long.toString(FORUM.id()))
            .replace("P,", person + ",")
            .replace("LENGTH", Integer.toString(text.split(" ", 2)[0].length()))
            .replace("TEXT", text));
    collect(person, bot.said().stream().map(Outgoing::call).toList());
  }

  private void pressInForum(long person, String action) {
    bot.pressData(person, FORUM, last(action));
    collect(person, bot.said().stream().map(Outgoing::call).toList());
  }

  private void answers(long reader) {
    for (int paper = 0; paper < 5; paper++) {
      bot.ingest(
          "e-" + paper,
          "Paper " + paper,
          Language.ENGLISH,
          "Orrey speaks of clay " + paper,
          "Orrey speaks of clay "
              + paper
              + "\n\"The clay of well number "
              + paper
              + " is the best,\" Tamsin Orrey said on Friday.");
    }
    say(reader, "What did Tamsin Orrey say about the clay?");
    say(reader, "/settings");
    bot.pressData(reader, "1:set:length.short");
    say(reader, "What did Tamsin Orrey say about the clay?");
    say(reader, "What did Tamsin Orrey say about the kiln yesterday?");
    for (String button : List.of("anyone", "anytime", "second", "anytime")) {
      press(reader, button);
    }
    for (String name : List.of("Ruda Orrey", "Odo Orrey", "Pella Orrey")) {
      bot.ingest(
          "e-" + name.charAt(0),
          "Paper of " + name.charAt(0),
          Language.ENGLISH,
          name + " on reeds",
          name + " on reeds\n\"The reeds are dry,\" " + name + " said on Friday.");
    }
    say(reader, "What did Orrey say about the reeds yesterday?");
    bot.ingest(
        "e-9",
        "مرصد الساحل",
        Language.ARABIC,
        "سوق السمك تنتقل",
        "سوق السمك تنتقل\nقالت نادية فارس اليوم: «ستنتقل سوق السمك إلى الرصيف الشمالي».");
    say(reader, "What did Nadia Fares say about the fish market?");
  }

  private void alerts(long reader) {
    for (String button : List.of("mute", "snooze", "onit", "deaf")) {
      press(reader, button);
    }
    bot.conversation().alerts().tell();
    everythingArrives();
    say(reader, "/schedule");
    press(reader, "sched");
    for (int topic = 0; topic < 9; topic++) {
      say(reader, "/subscribe saffron " + topic);
      press(reader, "sub");
    }
    say(reader, "/alerts");
    press(reader, "aone");
    press(reader, "apause");
    press(reader, "aend");
    say(reader, "/unsubscribe");
    press(reader, "unsub");
  }

  private void lists(long reader) {
    for (int feed = 0; feed < 16; feed++) {
      track("Feed " + feed);
    }
    say(reader, "/sources");
  }

  private Source track(String name) {
    SourceCatalogue sources = bot.engine().sources();
    URI address = URI.create("https://" + name.replace(' ', '-') + ".example/feed.xml");
    sources.add(name, address, Source.Kind.FEED, Optional.empty(), "test");
    return sources.find(name).orElseThrow();
  }

  private void sources(long owner) {
    press(owner, "srcpause");
    Source bad = track("Bad feed");
    for (int times = 0; times < 4; times++) {
      bot.engine()
          .sources()
          .record(
              bad.id(),
              bot.clock.instant().minusSeconds(7_200),
              new SourceCatalogue.Polled.Failure(
                  SourceCatalogue.ErrorKind.STATUS, "the server answered 500"),
              bot.clock.instant());
    }
    say(owner, "/sourcestatus");
    track("Doomed");
    say(owner, "/removesource Doomed");
    press(owner, "srckeep");
    bot.look =
        (address, stages) ->
            new TryOut.Trial(
                List.of(new TryOut.Offer(URI.create(address), Source.Kind.PAGE, "Quay", 1, 0)),
                List.of(),
                1,
                List.of(),
                Optional.empty());
    say(owner, "/addsource fine.example");
    everythingArrives();
    bot.lookAround();
    collect(owner, bot.delivered);
    bot.files.put(
        "list",
        "<opml version='2.0'><body><outline text='New' xmlUrl='https://new.example/feed'/></body></opml>"
            .getBytes(UTF_8));
    receive(owner, "'document':{'file_id':'list','file_name':'sources.opml','file_size':90}");
  }

  /** A chat is sent a message a second, so a long talk takes a while. */
  private void everythingArrives() {
    for (int times = 0; times < 8; times++) {
      bot.deliver();
    }
    collect(WholeBot.READER, bot.delivered);
  }

  private void passedOn(long owner) {
    receive(owner, "'text':'https://news.example/b-3'");
  }

  private void channels(long owner) {
    String channel = "'chat':{'id':-1001234500001,'type':'channel','title':'Quay Radio'}";
    bot.receive(
        "{'update_id':%d,'my_chat_member':{'date':1,"
            + channel
            + ",'from':{'id':"
            + owner
            + ",'first_name':'x'},'old_chat_member':{'status':'left'},"
            + "'new_chat_member':{'status':'administrator'}}}");
    collect(owner, bot.said().stream().map(Outgoing::call).toList());
    press(owner, "followchannel");
  }

  private void editing(long owner) {
    say(owner, "What did Denzil Roke say about the eel market?");
    say(owner, "What did Tamsin Orrey say about the kiln?");
    say(owner, "/pin");
    press(owner, "pinno");
    say(owner, "/alias Denzil Roke = دنزل روك");
    press(owner, "nameno");
    for (int name = 0; name < 10; name++) {
      say(owner, "/alias Harbour Number " + name + " = Pier Count " + name);
    }
    say(owner, "/aliases");
  }

  private String last(String action) {
    return genuine.keySet().stream()
        .filter(data -> data.startsWith("1:" + action + ":"))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private void receive(long person, String rest) {
    bot.receive(
        ("{'update_id':%d,'message':{'message_id':%d,'date':1773565200,'chat':{'id':P,"
                + "'type':'private'},'from':{'id':P,'first_name':'x','language_code':'en'},"
                + rest
                + "}}")
            .replace("P,", person + ","));
    collect(person, bot.said().stream().map(Outgoing::call).toList());
  }
}
