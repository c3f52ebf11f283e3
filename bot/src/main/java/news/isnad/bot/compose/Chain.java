package news.isnad.bot.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Upstream;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.Sentences;
import news.isnad.text.Span;

/**
 * The chain of an attribution, link by link from the outlet to the speaker, each with the printed
 * words that prove it. The words are cut from the edition that the citation is cut from. Immutable.
 */
final class Chain {
  private static final int LONGEST_PROOF = 140;

  private final Messages messages;
  private final Citation citation;

  Chain(Messages messages, Citation citation) {
    this.messages = messages;
    this.citation = citation;
  }

  /**
   * A line for each link.
   *
   * @param outlet the outlet, linked
   * @param when when it printed the words
   * @param speaker whoever said them, where somebody did
   */
  List<Markup> lines(Markup outlet, Markup when, Optional<Markup> speaker) {
    List<Markup> lines = new ArrayList<>();
    lines.add(messages.say("chain.outlet", "outlet", outlet, "when", when));
    for (Upstream upstream : citation.upstream()) {
      lines.add(
          proven(
              "chain.upstream",
              "upstream",
              Markup.label(upstream.name()),
              proof(upstream.proof())));
    }
    boolean silent = citation.speech() == Speech.NONE && citation.speaker().isPresent();
    if (speaker.isPresent() && !silent) {
      lines.add(proven("chain.speaker", "speaker", speaker.get(), naming()));
    } else {
      lines.add(messages.say("chain.own"));
    }
    return lines;
  }

  private Markup proven(String key, String slot, Markup name, Optional<String> proof) {
    return proof.isPresent()
        ? messages.say(key + ".proof", slot, name, "proof", proof.get())
        : messages.say(key, slot, name);
  }

  private Optional<String> proof(Span span) {
    String text = citation.edition().text();
    return span.end() <= text.length() && span.length() > 1
        ? printed(span.of(text))
        : Optional.empty();
  }

  /**
   * What names the speaker: the words of the sentence around the quotation, or the quotation itself
   * where it holds the name; nothing where the name stands further away.
   */
  private Optional<String> naming() {
    Edition edition = citation.edition();
    Span quoted = citation.span();
    int start = quoted.start();
    int end = quoted.end();
    for (Span sentence : Sentences.of(edition.text(), edition.language())) {
      if (sentence.overlaps(quoted)) {
        start = Math.min(start, sentence.start());
        end = Math.max(end, sentence.end());
      }
    }
    String before = edition.text().substring(start, quoted.start());
    String after = edition.text().substring(quoted.end(), end);
    for (String around : List.of(before, after, citation.quote())) {
      if (names(around)) {
        return printed(around);
      }
    }
    return Optional.empty();
  }

  private boolean names(String words) {
    String folded = Folding.fold(words);
    String name = Folding.fold(citation.speaker().orElseThrow().name());
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return folded.contains(name) || (last.length() > 2 && folded.contains(last));
  }

  /** Printed words without the marks at their edges, cut at a word's end. */
  private Optional<String> printed(String words) {
    String line = Outside.line(words).replaceAll("^[\\s\\p{P}]+|[\\s\\p{P}]+$", "");
    Language language = citation.edition().language();
    String kept = Shortening.beginning(line, LONGEST_PROOF, language);
    String end = kept.length() < line.length() ? " […]" : "";
    return Optional.of(kept + end).filter(text -> !text.isBlank());
  }
}
