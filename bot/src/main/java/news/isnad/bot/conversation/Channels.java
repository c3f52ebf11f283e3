package news.isnad.bot.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.telegram.Incoming.ChannelPost;
import news.isnad.bot.telegram.Incoming.MembershipChange;
import news.isnad.bot.telegram.Message;

/** The channels that we are a member of. Implementations are safe for concurrent use. */
public interface Channels {
  /** Takes no notice of any. */
  Channels NONE =
      new Channels() {
        @Override
        public List<Change> posted(ChannelPost post, Instant now) {
          return List.of();
        }

        @Override
        public Noted noted(
            MembershipChange change, boolean byOperator, Messages messages, Instant now) {
          return Noted.NOTHING;
        }
      };

  /** What is kept of a post, or of another wording of one. */
  List<Change> posted(ChannelPost post, Instant now);

  /**
   * What is kept and told where our place in a channel changed.
   *
   * @param byOperator whether whoever changed it may look after sources
   * @param messages the interface in that person's language
   */
  Noted noted(MembershipChange change, boolean byOperator, Messages messages, Instant now);

  /**
   * What comes of a change.
   *
   * @param chat who is told
   */
  record Noted(List<Change> changes, Optional<Long> chat, Optional<Message> told) {
    public static final Noted NOTHING = new Noted(List.of(), Optional.empty(), Optional.empty());

    public Noted {
      changes = List.copyOf(changes);
    }
  }
}
