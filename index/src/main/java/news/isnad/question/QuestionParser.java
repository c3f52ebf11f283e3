package news.isnad.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.question.Parse.Ask;
import news.isnad.question.Parse.Range;
import news.isnad.question.Reading.Kind;
import news.isnad.text.Language;

/**
 * Finds speaker and topic in the words of a question. Patterns, the first that fits:
 *
 * <ul>
 *   <li>outlet: "which newspaper reported TOPIC", «أي صحيفة نقلت كذا»
 *   <li>words: "what did SPEAKER say about TOPIC", «ماذا قال فلان عن كذا»
 *   <li>opinion: "SPEAKER's position on TOPIC", "statement by SPEAKER", «موقف فلان من كذا»
 *   <li>through: "TOPIC, according to SPEAKER", «كذا بحسب فلان»
 *   <li>anything else is topic
 * </ul>
 *
 * Each language has its own words and opinions. Immutable.
 */
abstract sealed class QuestionParser permits EnglishParser, ArabicParser {
  private static final Set<String> HOW = Set.of("how", "كيف", "شلون", "كيفاش", "ازاي");
  private static final Set<String> CAUSES =
      Set.of("why", "لماذا", "ليش", "ليه", "لم", "علام", "علاش", "عليش", "لويش");

  static final int OPENING = 4;

  /** What may be asked of an opinion. */
  private static final Set<Kind> HELD = EnumSet.complementOf(EnumSet.of(Kind.HOW_MANY, Kind.WHO));

  private static final Map<String, Kind> ENDINGS =
      Map.of("many", Kind.HOW_MANY, "when", Kind.WHEN, "where", Kind.WHERE);

  final Tokens tokens;
  final List<String> folded;
  final QuestionWords words;

  QuestionParser(Tokens tokens, Language language) {
    this.tokens = tokens;
    this.folded = tokens.folded();
    this.words = QuestionWords.of(language);
  }

  /** The one for a language, told where names stand in the text. */
  static QuestionParser of(Tokens tokens, Language language, List<NameSpotter.Spotted> names) {
    return language == Language.ARABIC
        ? new ArabicParser(tokens, names)
        : new EnglishParser(tokens);
  }

  /** Reads the words from {@code start} on. */
  final Parse parse(int start) {
    int begin = skip("polite", start);
    Kind kind = kind(begin);
    return outlet(begin)
        .or(() -> words(begin, kind))
        .or(() -> HELD.contains(kind) ? opinion(begin) : Optional.empty())
        .or(() -> through(begin, kind))
        .orElseGet(() -> plain(begin, kind));
  }

  /** Reads the words from {@code start} on as topic alone. */
  final Parse plainly(int start) {
    int begin = skip("polite", start);
    return plain(begin, kind(begin));
  }

  final int skip(String use, int from) {
    int at = from;
    for (int n = words.length(use, folded, at); n > 0; n = words.length(use, folded, at)) {
      at += n;
    }
    return at;
  }

  private Kind kind(int begin) {
    for (int i = begin; i < Math.min(begin + 2, tokens.size()); i++) {
      if (words.length("many", folded, i) > 0) {
        return Kind.HOW_MANY;
      }
      if (words.length("when", folded, i) > 0) {
        return Kind.WHEN;
      }
      if (words.length("where", folded, i) > 0) {
        return Kind.WHERE;
      }
      if (i == begin && words.length("who", folded, i) > 0) {
        return Kind.WHO;
      }
      if (words.length("latest", folded, i) > 0) {
        return Kind.LATEST;
      }
    }
    return words.length("wh", folded, begin) > 0 ? Kind.WHAT : Kind.KEYWORD;
  }

  // ---- "which newspaper reported ..."

  private Optional<Parse> outlet(int begin) {
    int end = Math.min(begin + OPENING, tokens.size());
    int noun = words.find("outlet", folded, begin, end);
    int asked = words.length("wh", folded, begin);
    boolean subject = noun >= 0 && words.find("aux", folded, begin, noun) < 0;
    if (subject && asked > 0) {
      int after = noun + words.length("outlet", folded, noun);
      int verb = words.find("carry", folded, after, Math.min(after + 3, tokens.size()));
      if (verb >= 0) {
        return outletAsked(verb + 1);
      }
    }
    boolean who = words.length("who", folded, begin) > 0;
    boolean published = words.is("carry", tokens.word(begin + 1)) && !isSay(begin + 1);
    return who && published ? outletAsked(begin + 2) : Optional.empty();
  }

  private Optional<Parse> outletAsked(int topic) {
    Range rest = new Range(topic, tokens.size());
    return Optional.of(
        new Parse(Kind.WHO, Optional.empty(), Optional.of(rest), Optional.empty(), Ask.OUTLET));
  }

  final boolean isSay(int i) {
    return words.length("say", folded, i) > 0;
  }

  // ---- "what did X say about Y"

  /** What is asked of somebody's words or stand. */
  abstract Optional<Parse> words(int begin, Kind kind);

  /**
   * "Why did X refuse Y?", "when did X apologise?": that they did is part of what is asked about,
   * for the news may not say that they did.
   */
  final boolean isDeedAskedFor(int begin, Kind kind, int verb) {
    return (kind == Kind.WHEN || CAUSES.contains(tokens.word(begin)))
        && words.length("deed", folded, verb) > 0;
  }

  /** How many words from a place on are a verb of speech, or of taking a stand. */
  final int spoken(int i) {
    int said = words.length("say", folded, i);
    return said > 0 ? said : words.length("stance", folded, i);
  }

  /** Whoever takes a stand speaks, but others may tell of it. */
  final Optional<Parse> stand(Kind kind, Range speaker, int topic) {
    if (speaker.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Parse(
            kind == Kind.KEYWORD ? Kind.WHAT : kind,
            Optional.of(speaker),
            Optional.of(new Range(topic, tokens.size())),
            Optional.empty(),
            Ask.REASON));
  }

  final Optional<Parse> said(int begin, Kind kind, Range speaker, int topic) {
    if (speaker.isEmpty()) {
      return Optional.empty();
    }
    String asking = tokens.word(begin);
    boolean reason = (CAUSES.contains(asking) || HOW.contains(asking)) && kind != Kind.HOW_MANY;
    Kind asked = kind == Kind.WHAT || kind == Kind.KEYWORD ? Kind.SAID_BY : kind;
    return Optional.of(
        new Parse(
            reason ? Kind.WHAT : asked,
            Optional.of(speaker),
            Optional.of(new Range(topic, tokens.size())),
            Optional.empty(),
            reason ? Ask.REASON : Ask.WORDS));
  }

  // ---- "X's position on Y"

  /** What is asked of somebody's opinion, as a noun. */
  abstract Optional<Parse> opinion(int begin);

  // ---- "..., according to X"

  private Optional<Parse> through(int begin, Kind kind) {
    int via = words.find("via", folded, begin, tokens.size());
    if (via < 0) {
      return Optional.empty();
    }
    int from = via + words.length("via", folded, via);
    int to = from;
    while (to < tokens.size()
        && (to == from
            || (!tokens.breakBefore(to) && (via > begin || words.length("wh", folded, to) == 0)))) {
      to++;
    }
    if (from >= to) {
      return Optional.empty();
    }
    Range rest = via > begin ? new Range(begin, via) : new Range(to, tokens.size());
    return Optional.of(
        new Parse(
            via > begin ? kind : kind(to),
            Optional.empty(),
            Optional.of(rest),
            Optional.of(new Range(from, to)),
            Ask.NOTHING));
  }

  private Parse plain(int begin, Kind kind) {
    if (kind == Kind.WHAT || kind == Kind.KEYWORD) {
      for (int last = tokens.size() - 1; last > Math.max(begin, tokens.size() - 3); last--) {
        Optional<Kind> asked = endingWith(last);
        if (asked.isPresent()) {
          return plain(asked.get(), new Range(begin, last));
        }
      }
    }
    return plain(kind, new Range(Math.min(begin, tokens.size()), tokens.size()));
  }

  private static Parse plain(Kind kind, Range topic) {
    return new Parse(kind, Optional.empty(), Optional.of(topic), Optional.empty(), Ask.NOTHING);
  }

  /** "The firm paid how much?", «اشترت الشركة بكام؟»: what is asked stands at the end. */
  private Optional<Kind> endingWith(int at) {
    for (Map.Entry<String, Kind> use : ENDINGS.entrySet()) {
      int length = words.length(use.getKey(), folded, at);
      if (length > 0 && at + length == tokens.size()) {
        return Optional.of(use.getValue());
      }
    }
    return Optional.empty();
  }
}
