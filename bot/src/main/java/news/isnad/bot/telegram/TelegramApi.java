package news.isnad.bot.telegram;

/** The way to Telegram. Implementations are safe for concurrent use. */
public interface TelegramApi {
  /**
   * Makes a call and waits for its end. Never throws for what Telegram or the network does, never
   * repeats a call by itself.
   */
  SendOutcome call(Call call);
}
