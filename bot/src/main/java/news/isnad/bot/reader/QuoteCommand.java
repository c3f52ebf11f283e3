package news.isnad.bot.reader;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import news.isnad.answer.PrintedQuotes;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Listed;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;

/**
 * {@code /quote}: whether words were printed, by whom, and whose they are said to be. The words
 * follow the command, or are those of the message that it replies to, or come next, forwarded
 * perhaps. Safe for concurrent use.
 */
public final class QuoteCommand implements Command {
  private final Function<String, List<Printed>> quotes;
  private final Composer composer;

  /**
   * @param quotes where words were printed
   */
  public QuoteCommand(Function<String, List<Printed>> quotes, Composer composer) {
    this.quotes = requireNonNull(quotes, "quotes is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  @Override
  public String name() {
    return "quote";
  }

  @Override
  public Set<Audience> audiences() {
    return Set.of(Audience.PRIVATE_CHATS, Audience.GROUPS);
  }

  @Override
  public Reply handle(Request request) {
    String quote = request.argument().strip();
    if (quote.isEmpty()) {
      return Reply.say(
              composer.prompt(request.language(), name(), request.asker().chat().isGroup()))
          .awaiting();
    }
    if (!PrintedQuotes.canBeFound(quote)) {
      return Reply.say(
              composer.notice(
                  request.language(),
                  "quote.length",
                  "fewest",
                  PrintedQuotes.FEWEST_WORDS,
                  "most",
                  PrintedQuotes.MOST_WORDS))
          .again(request);
    }
    List<Printed> printed = quotes.apply(quote);
    return Reply.say(composer.printed(printed, request.language()))
        .keeping(
            Listed.in(
                request,
                request.language(),
                printed.stream().map(each -> each.citation().edition().sequence()).toList()));
  }
}
