package news.isnad.bot.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * Ids on buttons about what is the same in all chats, such as a taught name: the id, and a mark of
 * the chat that the button was sent to, which nobody makes who has not read the store. Pressed in
 * another chat the button says where it counts, and does nothing. Safe for concurrent use.
 */
public final class PlacedIds {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int MARK_BYTES = 6;

  private final SecretKeySpec key;

  private PlacedIds(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Those of a store, whose secret is made at the first start. */
  public static PlacedIds in(Database database) {
    requireNonNull(database, "database is null");
    return new PlacedIds(database.inTransaction(PlacedIds::secret));
  }

  private static byte[] secret(Handle handle) {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    handle.execute(
        "INSERT INTO button_key (id, secret) VALUES (1, ?) ON CONFLICT DO NOTHING",
        Base64.getEncoder().encodeToString(fresh));
    return Base64.getDecoder()
        .decode(
            handle
                .createQuery("SELECT secret FROM button_key WHERE id = 1")
                .mapTo(String.class)
                .one());
  }

  /** What a button about something carries in a chat. */
  public String at(long chat, String id) {
    return id + "." + mark(chat, id);
  }

  /**
   * What comes of a press.
   *
   * @param find what has an id
   * @param then what is done with it in the chat that the button was sent to
   */
  public <T> Reply pressed(
      Request request, Function<String, Optional<T>> find, Function<T, Reply> then) {
    String id = request.argument().split("\\.", 2)[0];
    Optional<T> found = ShortIds.isOne(id) ? find.apply(id) : Optional.empty();
    if (found.isEmpty()) {
      return Reply.notice(request.messages().text("button.unknown"));
    }
    boolean here =
        MessageDigest.isEqual(
            at(request.chat(), id).getBytes(UTF_8), request.argument().getBytes(UTF_8));
    return here
        ? then.apply(found.get())
        : Reply.notice(request.messages().text("button.elsewhere"));
  }

  private String mark(long chat, String id) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] mark = mac.doFinal((chat + "/" + id).getBytes(UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(mark, MARK_BYTES));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("no " + ALGORITHM, missing);
    }
  }
}
