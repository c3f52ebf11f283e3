package news.isnad.bot.compose;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.bot.telegram.Button;
import news.isnad.speaker.Speech;
import news.isnad.text.Language;

/** The buttons that lead from a quotation to its page and to other chats. Immutable. */
final class PageLinks {
  private static final String SHARE = "https://t.me/share/url?url=";

  /** Longer addresses are cut or refused on the way. */
  private static final int LONGEST_ADDRESS = 2000;

  private static final int LONGEST_SHARED = 200;
  private static final int SHORTEST_QUOTATION = 40;

  private final Messages messages;

  PageLinks(Messages messages) {
    this.messages = messages;
  }

  /**
   * Open, copy and share, as far as the article has an address.
   *
   * @param all whether also copy and share
   */
  List<List<Button>> buttons(Citation citation, boolean all) {
    List<List<Button>> rows = new ArrayList<>();
    Optional<String> at = at(citation);
    at.ifPresent(
        address -> rows.add(List.of(new Button.Link(messages.text("button.page"), address))));
    if (!all) {
      return rows;
    }
    List<Button> further = new ArrayList<>();
    further.add(new Button.Copy(messages.text("button.copy"), citation(citation)));
    at.flatMap(_ -> citation.edition().url())
        .map(page -> share(citation, page.toASCIIString()))
        .filter(address -> address.length() <= LONGEST_ADDRESS)
        .ifPresent(address -> further.add(new Button.Link(messages.text("button.share"), address)));
    rows.add(further);
    return rows;
  }

  /** The page at the quoted words; as it is where that would be too long. */
  private static Optional<String> at(Citation citation) {
    return citation
        .edition()
        .url()
        .filter(Markup::isOfTheWeb)
        .map(
            page -> {
              String there = TextFragment.at(page, citation);
              return there.length() <= LONGEST_ADDRESS ? there : page.toASCIIString();
            })
        .filter(address -> address.length() <= LONGEST_ADDRESS && Button.Link.isAddress(address));
  }

  private static String share(Citation citation, String address) {
    return SHARE
        + TextFragment.encoded(address)
        + "&text="
        + TextFragment.encoded(quoted(citation, LONGEST_SHARED) + " " + from(citation));
  }

  /** The words, whose they are, the outlet, the day and the address, for somebody else's text. */
  private static String citation(Citation citation) {
    String from = from(citation);
    Optional<String> address =
        citation
            .edition()
            .url()
            .filter(Markup::isOfTheWeb)
            .map(URI::toASCIIString)
            .map(page -> "\n" + page)
            .filter(
                page -> from.length() + page.length() + SHORTEST_QUOTATION <= Button.Copy.LONGEST);
    int room = Button.Copy.LONGEST - from.length() - address.map(String::length).orElse(0) - 1;
    return quoted(citation, room) + " " + from + address.orElse("");
  }

  private static String quoted(Citation citation, int longest) {
    String quote = Outside.line(citation.quote());
    Language language = citation.edition().language();
    int room = longest - " […]".length() - 2;
    String kept = Shortening.beginning(quote, room, language);
    String words = kept.length() < quote.length() ? kept + " […]" : kept;
    return switch (language) {
      case ARABIC -> "«" + words + "»";
      case ENGLISH -> "“" + words + "”";
    };
  }

  private static String from(Citation citation) {
    Edition edition = citation.edition();
    StringBuilder from = new StringBuilder("– ");
    // Of words that are not the speaker's own the outlet alone is the author.
    citation
        .speaker()
        .filter(_ -> citation.speech() == Speech.DIRECT)
        .ifPresent(
            speaker -> from.append(Outside.label(speaker.name(), 60)).append(separator(edition)));
    from.append(Outside.label(edition.outlet(), 60));
    edition
        .published()
        .ifPresent(when -> from.append(separator(edition)).append(when.toString(), 0, 10));
    return from.toString();
  }

  private static String separator(Edition edition) {
    return switch (edition.language()) {
      case ARABIC -> "، ";
      case ENGLISH -> ", ";
    };
  }
}
