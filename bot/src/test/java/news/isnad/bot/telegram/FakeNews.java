package news.isnad.bot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * What reaches the bot otherwise than typed to it: files, forwarded messages, posts of channels,
 * mentions where it is no member. Each method gives the update's number or the query's. Safe for
 * concurrent use.
 */
public final class FakeNews {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeServer server;

  FakeNews(FakeServer server) {
    this.server = server;
  }

  /** A file in private. */
  public long file(long person, String name, String type, byte[] content) {
    return file(person, name, type, content, content.length);
  }

  /** A text file in private. */
  public long file(long person, String name, String content) {
    return file(person, name, "text/plain", content.getBytes(UTF_8));
  }

  /**
   * A file in private.
   *
   * @param size what Telegram says it has
   */
  public long file(long person, String name, String type, byte[] content, long size) {
    return message(
        person,
        "message",
        json -> {
          String id = fileId(name, size);
          server.chats.files.put(id, content, size);
          json.set("document", server.chats.files.document(id, name, type));
        });
  }

  /** What a file is fetched by. */
  public static String fileId(String name, long size) {
    return "file_" + Integer.toHexString(name.hashCode()) + "_" + size;
  }

  /** A message in private that somebody forwards from a channel. */
  public long forward(long person, String text, long channel, long post) {
    return message(
        person,
        "message",
        json -> {
          ObjectNode origin = json.put("text", text).putObject("forward_origin");
          origin.put("type", "channel").put("message_id", post).put("date", now());
          origin.set("chat", chat(channel).json());
        });
  }

  /** A post in a channel. */
  public long post(long channel, String text) {
    return message(channel, "channel_post", json -> json.put("text", text));
  }

  /** Other words for a post. */
  public long editPost(long channel, long post, String text) {
    return message(
        channel,
        "edited_channel_post",
        json -> json.put("message_id", post).put("edit_date", now()).put("text", text));
  }

  /** Somebody mentions the bot in a chat that it is no member of. */
  public String mention(long person, String language, String words) {
    String[] query = new String[1];
    server.inject(
        id -> {
          query[0] = "77guest" + id;
          server.chats.results.open(query[0]);
          ObjectNode update = JSON.createObjectNode().put("update_id", id);
          ObjectNode json = update.putObject("guest_message");
          json.put("message_id", server.chats.nextMessage()).put("date", now());
          json.put("guest_query_id", query[0]);
          json.set("from", FakeTelegram.person(person, language));
          json.putObject("chat")
              .put("id", -1009999L)
              .put("type", "supergroup")
              .put("title", "Else");
          json.put("text", "@" + server.me.path("username").asText() + " " + words);
          return update;
        });
    return query[0];
  }

  private long message(long chat, String kind, Consumer<ObjectNode> content) {
    return server.inject(
        id -> {
          ObjectNode update = JSON.createObjectNode().put("update_id", id);
          FakeChats.FakeChat where = chat(chat);
          ObjectNode json = update.putObject(kind).put("message_id", server.chats.nextMessage());
          json.put("date", now()).set("chat", where.json());
          if (where.type.equals("channel")) {
            json.set("sender_chat", where.json());
          } else {
            json.set("from", FakeTelegram.person(chat, "en"));
          }
          content.accept(json);
          return update;
        });
  }

  private FakeChats.FakeChat chat(long id) {
    return server.chats.chats.computeIfAbsent(
        id,
        _ -> {
          boolean channel = id < -1_000_000_000_000L;
          String type = channel ? "channel" : "private";
          return new FakeChats.FakeChat(id, type, channel ? "Channel" : "Person " + id, false);
        });
  }

  private long now() {
    return server.clock.millis() / 1000;
  }
}
