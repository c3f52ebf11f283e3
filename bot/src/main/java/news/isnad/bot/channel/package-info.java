/**
 * News that come in through Telegram itself: links and files that operators pass on, and the posts
 * of channels.
 *
 * <pre>{@code
 * new PassedOn(parts)            // offers to take in what was forwarded, and takes it in
 * new FollowedChannels(...)      // posts become articles, other wordings editions
 * new AddChannelCommand(...)     // an operator says which channels
 * }</pre>
 *
 * <p>Nothing is taken in unless an operator said so, of this file, this link, this channel. Needs
 * the migrations in {@link news.isnad.bot.channel.FollowedChannels#MIGRATIONS}.
 */
@NullMarked
package news.isnad.bot.channel;

import org.jspecify.annotations.NullMarked;
