package news.isnad.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files that people have sent to the fake. Safe for concurrent use. */
final class FakeFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Larger ones bots are not given. */
  private static final long LARGEST = 20_000_000;

  /** Pictures of ours: the larger side, and how much longer it may be than the other. */
  private static final long LONGEST_SIDES = 10_000;

  private static final int LONGEST_RATIO = 20;

  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
  private final Map<String, Long> sizes = new ConcurrentHashMap<>();

  /**
   * Keeps a file.
   *
   * @param size what Telegram says it has, whatever the content
   */
  void put(String id, byte[] content, long size) {
    contents.put(id, content);
    sizes.put(id, size);
  }

  /** What is downloaded from a path that {@link #get} has named. */
  Optional<byte[]> download(String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    return Optional.ofNullable(contents.get(id)).filter(_ -> sizes.get(id) <= LARGEST);
  }

  /** The answer to {@code getFile}. */
  JsonNode get(JsonNode body) {
    String id = body.path("file_id").asText();
    if (!contents.containsKey(id)) {
      throw FakeRefusal.badRequest("wrong file_id or the file is temporarily unavailable");
    }
    if (sizes.get(id) > LARGEST) {
      throw FakeRefusal.badRequest("file is too big");
    }
    return JSON.createObjectNode()
        .put("file_id", id)
        .put("file_unique_id", "u" + id)
        .put("file_size", sizes.get(id))
        .put("file_path", "documents/" + id);
  }

  /** The document of a message. */
  ObjectNode document(String id, String name, String type) {
    ObjectNode document =
        JSON.createObjectNode().put("file_id", id).put("file_unique_id", "u" + id);
    document.put("file_name", name).put("mime_type", type).put("file_size", sizes.get(id));
    return document;
  }

  /**
   * Refuses a picture that Telegram would not show.
   *
   * @param png a letter for each byte
   */
  static void checkPicture(String png) {
    if (!png.startsWith("\u0089PNG\r\n") || png.length() < 24) {
      throw FakeRefusal.badRequest("IMAGE_PROCESS_FAILED");
    }
    long width = number(png, 16);
    long height = number(png, 20);
    if (width + height > LONGEST_SIDES
        || Math.max(width, height) > LONGEST_RATIO * Math.min(width, height)) {
      throw FakeRefusal.badRequest("PHOTO_INVALID_DIMENSIONS");
    }
  }

  private static long number(String png, int from) {
    long number = 0;
    for (int at = from; at < from + 4; at++) {
      number = number << 8 | png.charAt(at);
    }
    return number;
  }
}
