package news.isnad.topic;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.lexicon.Kind;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Mention;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;
import news.isnad.topic.Parsed.Problem;
import news.isnad.topic.TopicTokens.Token;
import news.isnad.topic.TopicWords.Use;

/**
 * Reads what somebody typed as a topic.
 *
 * <ul>
 *   <li>words without operators mean all of them
 *   <li>{@code OR}, «أو» separate alternatives; brackets group
 *   <li>{@code -word}, {@code NOT}, «بدون», «ليس» leave out what follows. What is left out, and
 *       filters, hold for all alternatives beside them
 *   <li>{@code speaker: from: place: lang:} and «المتحدث: من: مكان: لغة:» are filters; a value is a
 *       word, a known name, or stands in quotation marks
 *   <li>"statements by NAME", "from OUTLET", "in Arabic" and "tell me about", and the same in
 *       Arabic, are understood
 * </ul>
 *
 * <p>Immutable, safe for concurrent use.
 */
public final class TopicParser {
  /** Longer ones narrow nothing down any more. */
  public static final int LONGEST = 300;

  private static final int MOST_WORDS = 24;
  private static final int DEEPEST = 4;
  private static final int MOST_READINGS = 6;

  private final KnownNames names;
  private final TopicWords uses = TopicWords.shipped();

  public TopicParser(KnownNames names) {
    this.names = requireNonNull(names, "names is null");
  }

  /** The topic that was typed; hostile text gives a topic or a problem, nothing else. */
  public Parsed parse(String typed) {
    if (typed.length() > LONGEST) {
      return new Parsed.Refused(Problem.TOO_LONG, "");
    }
    Parsed parsed = once(typed);
    // What is written of a topic means the same topic: read it until that is so.
    for (int i = 0; i < MOST_READINGS; i++) {
      if (!(parsed instanceof Parsed.Understood(Topic topic))) {
        return parsed;
      }
      Parsed again = once(TopicText.of(topic, Language.ENGLISH));
      Parsed arabic = once(TopicText.of(topic, Language.ARABIC));
      if (again.equals(parsed) && arabic.equals(parsed)) {
        return parsed;
      }
      parsed = again.equals(parsed) ? arabic : again;
    }
    return new Parsed.Refused(Problem.NOTHING, "");
  }

  private Parsed once(String typed) {
    try {
      Optional<Topic> topic = new Run(TopicTokens.of(typed, uses)).all();
      return topic
          .<Parsed>map(Parsed.Understood::new)
          .orElseGet(() -> new Parsed.Refused(Problem.NOTHING, ""));
    } catch (Unreadable found) {
      return new Parsed.Refused(found.problem, found.at);
    }
  }

  /** Ends the reading of a topic. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient String at;

    Unreadable(Problem problem, String at) {
      super(problem.name(), null, false, false);
      this.problem = problem;
      this.at = at;
    }
  }

  /** One reading. */
  private final class Run {
    private final List<Token> tokens;
    private final List<String> folded = new ArrayList<>();
    private int at;

    Run(List<Token> tokens) {
      this.tokens = tokens;
      long words = tokens.stream().filter(Token.Plain.class::isInstance).count();
      if (words > MOST_WORDS) {
        throw new Unreadable(Problem.TOO_LONG, "");
      }
      for (Token token : tokens) {
        // What is no word is written as nothing that a word can be.
        folded.add(token instanceof Token.Plain(_, String text) ? text : "\n");
      }
    }

    Optional<Topic> all() {
      at = uses.length(Use.LEAD, folded, 0);
      Optional<Topic> topic = group(0);
      if (topic.isPresent() && !narrows(topic.get())) {
        throw new Unreadable(Problem.TOO_WIDE, "");
      }
      return topic;
    }

    private Optional<Topic> group(int depth) {
      Group group = new Group();
      while (at < tokens.size()) {
        if (skipped(Use.OR)) {
          group.next();
        } else if (tokens.get(at) instanceof Token.Close) {
          if (depth == 0) {
            throw new Unreadable(Problem.BRACKET, ")");
          }
          at++;
          return group.topic();
        } else if (!skipped(Use.AND)) {
          operand(depth).ifPresent(group::add);
        }
      }
      if (depth > 0) {
        throw new Unreadable(Problem.BRACKET, "(");
      }
      return group.topic();
    }

    private boolean skipped(Use use) {
      int length = uses.length(use, folded, at);
      at += length;
      return length > 0;
    }

    private Optional<Topic> operand(int depth) {
      if (skipped(Use.NOT)) {
        return excluded(depth);
      }
      if (skipped(Use.ARABIC)) {
        return Optional.of(new Topic.In(Language.ARABIC));
      }
      if (skipped(Use.ENGLISH)) {
        return Optional.of(new Topic.In(Language.ENGLISH));
      }
      Optional<Topic> said = natural();
      return said.isPresent() ? said : typed(depth);
    }

    /** Statements of somebody, or from a known outlet. */
    private Optional<Topic> natural() {
      int by = uses.length(Use.BY, folded, at);
      if (by > 0 && at + by < tokens.size() && tokens.get(at + by) instanceof Token.Plain) {
        at += by;
        return Optional.of(new Topic.Speaker(name()));
      }
      int from = uses.length(Use.FROM, folded, at);
      if (from > 0 && isOutlet(at + from)) {
        at += from;
        return Optional.of(new Topic.Outlet(name()));
      }
      return Optional.empty();
    }

    private Optional<Topic> typed(int depth) {
      Token token = tokens.get(at);
      at++;
      return switch (token) {
        case Token.Plain(String text, _) -> Optional.of(new Topic.Words(text));
        case Token.Quoted(String text) -> phrase(text);
        case Token.Filter(Use use, String typed) -> Optional.of(filter(use, typed));
        case Token.Minus _ -> excluded(depth);
        case Token.Open _ -> {
          if (depth == DEEPEST) {
            throw new Unreadable(Problem.BRACKET, "(");
          }
          yield group(depth + 1);
        }
        case Token.Close _ -> throw new Unreadable(Problem.BRACKET, ")");
        case Token.Unclosed(String rest) -> throw new Unreadable(Problem.QUOTATION, rest);
      };
    }

    private Optional<Topic> excluded(int depth) {
      while (at < tokens.size()
          && (skipped(Use.NOT) || skipped(Use.AND) || tokens.get(at) instanceof Token.Minus)) {
        if (at < tokens.size() && tokens.get(at) instanceof Token.Minus) {
          at++;
        }
      }
      if (at == tokens.size() || tokens.get(at) instanceof Token.Close) {
        throw new Unreadable(Problem.FILTER, "-");
      }
      if (tokens.get(at) instanceof Token.Plain) {
        String name = name();
        return Optional.<Topic>of(
                name.indexOf(' ') < 0 ? new Topic.Words(name) : new Topic.Phrase(name))
            .filter(TopicParser::saysSomething)
            .map(Topic.Not::new);
      }
      return typed(depth).filter(part -> !(part instanceof Topic.Not)).map(Topic.Not::new);
    }

    private Optional<Topic> phrase(String text) {
      return Optional.<Topic>of(new Topic.Phrase(text)).filter(TopicParser::saysSomething);
    }

    private Topic filter(Use use, String typed) {
      boolean quoted = at < tokens.size() && tokens.get(at) instanceof Token.Quoted;
      if (!quoted && !(at < tokens.size() && tokens.get(at) instanceof Token.Plain)) {
        throw new Unreadable(Problem.FILTER, typed + ":");
      }
      String value =
          quoted && tokens.get(at++) instanceof Token.Quoted(String text) ? text : name();
      if (use == Use.LANGUAGE) {
        return new Topic.In(
            language(value).orElseThrow(() -> new Unreadable(Problem.LANGUAGE, value)));
      }
      Topic filter =
          switch (use) {
            case SPEAKER -> new Topic.Speaker(value);
            case OUTLET -> new Topic.Outlet(value);
            default -> new Topic.Place(value);
          };
      if (!saysSomething(filter)) {
        throw new Unreadable(Problem.FILTER, typed + ":");
      }
      return filter;
    }

    /** The longest known name that begins here, else one word. */
    private String name() {
      int length = knownNameAt(at).map(Known::length).orElse(1);
      List<String> words = new ArrayList<>();
      for (Token token : tokens.subList(at, at + length)) {
        if (token instanceof Token.Plain(String text, _)) {
          words.add(text);
        }
      }
      at += length;
      return String.join(" ", words);
    }

    private boolean isOutlet(int place) {
      return knownNameAt(place)
          .filter(found -> found.kind == Kind.OUTLET || found.kind == Kind.AGENCY)
          .isPresent();
    }

    private Optional<Known> knownNameAt(int place) {
      StringBuilder text = new StringBuilder();
      int end = place;
      while (end < tokens.size() && tokens.get(end) instanceof Token.Plain(String word, _)) {
        text.append(text.isEmpty() ? "" : " ").append(word);
        end++;
      }
      for (Mention mention : names.mentions(text.toString(), Language.detect(text))) {
        if (mention.span().start() == 0) {
          String found = mention.span().of(text.toString());
          int length = (int) found.chars().filter(c -> c == ' ').count() + 1;
          boolean whole =
              mention.span().end() == text.length() || text.charAt(mention.span().end()) == ' ';
          return whole ? Optional.of(new Known(length, mention.name().kind())) : Optional.empty();
        }
      }
      return Optional.empty();
    }
  }

  /** A known name at a place: how many words it has. */
  private record Known(int length, Kind kind) {}

  private static Optional<Language> language(String value) {
    String folded = Folding.fold(value);
    return switch (folded) {
      case "ar", "arabic", "عربي", "عربيه", "العربيه" -> Optional.of(Language.ARABIC);
      case "en", "english", "انجليزي", "انجليزيه", "الانجليزيه", "انكليزيه", "الانكليزيه" ->
          Optional.of(Language.ENGLISH);
      default -> Optional.empty();
    };
  }

  /** What stands between two brackets. Confined to one thread. */
  private static final class Group {
    private final List<List<Topic>> alternatives = new ArrayList<>(List.of(new ArrayList<>()));
    private final List<Topic> forAll = new ArrayList<>();

    void next() {
      alternatives.add(new ArrayList<>());
    }

    void add(Topic part) {
      boolean holdsForAll = part instanceof Topic.Not || part instanceof Topic.In;
      (holdsForAll ? forAll : alternatives.getLast()).add(part);
    }

    Optional<Topic> topic() {
      if (alternatives.size() > 1) {
        boolean together = alternatives.stream().noneMatch(Group::areFilters);
        if (together) {
          for (List<Topic> each : alternatives) {
            each.stream().filter(Group::isFilter).forEach(forAll::add);
            each.removeIf(Group::isFilter);
          }
        }
      }
      List<Topic> any = new ArrayList<>();
      for (List<Topic> each : alternatives) {
        Optional<Topic> one = allOf(each);
        if (one.isEmpty() && alternatives.size() > 1) {
          throw new Unreadable(Problem.ALTERNATIVE, "");
        }
        one.ifPresent(any::add);
      }
      List<Topic> parts = new ArrayList<>();
      anyOf(any).ifPresent(parts::add);
      parts.addAll(forAll);
      return allOf(parts);
    }

    private static boolean areFilters(List<Topic> parts) {
      return !parts.isEmpty() && parts.stream().allMatch(Group::isFilter);
    }

    private static boolean isFilter(Topic part) {
      return part instanceof Topic.Speaker
          || part instanceof Topic.Outlet
          || part instanceof Topic.Place;
    }
  }

  /** One of several; what has alternatives itself is taken apart. */
  private static Optional<Topic> anyOf(List<Topic> parts) {
    List<Topic> flat = new ArrayList<>();
    for (Topic part : parts) {
      if (part instanceof Topic.Any(List<Topic> inner)) {
        inner.stream().filter(each -> !flat.contains(each)).forEach(flat::add);
      } else if (!flat.contains(part)) {
        flat.add(part);
      }
    }
    return one(flat, new Topic.Any(flat));
  }

  /** All of several, in the order in which they are written: words, filters, what is left out. */
  private static Optional<Topic> allOf(List<Topic> parts) {
    List<Topic> flat = new ArrayList<>();
    for (Topic part : parts) {
      if (part instanceof Topic.All(List<Topic> inner)) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    List<Topic> sorted = new ArrayList<>();
    for (int rank = 0; rank <= 2; rank++) {
      for (Topic part : flat) {
        boolean words = part instanceof Topic.Words;
        if (rank(part) == rank && (words || !sorted.contains(part))) {
          join(sorted, part);
        }
      }
    }
    sorted.removeIf(part -> part instanceof Topic.Words && !saysSomething(part));
    return one(sorted, new Topic.All(sorted));
  }

  private static int rank(Topic part) {
    return switch (part) {
      case Topic.Words _, Topic.Phrase _, Topic.Any _, Topic.All _ -> 0;
      case Topic.Speaker _, Topic.Outlet _, Topic.Place _, Topic.In _ -> 1;
      case Topic.Not _ -> 2;
    };
  }

  /** Words of one language that stand beside each other may be one name. */
  private static void join(List<Topic> parts, Topic next) {
    if (!parts.isEmpty()
        && parts.getLast() instanceof Topic.Words(String before)
        && next instanceof Topic.Words(String text)
        && Language.detect(before) == Language.detect(text)) {
      parts.set(parts.size() - 1, new Topic.Words(before + " " + text));
    } else {
      parts.add(next);
    }
  }

  private static Optional<Topic> one(List<Topic> parts, Topic several) {
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.getFirst());
      default -> Optional.of(several);
    };
  }

  /** Whether a topic says what an article is about: not only what not, and not only a language. */
  private static boolean narrows(Topic topic) {
    return switch (topic) {
      case Topic.Words _, Topic.Phrase _, Topic.Speaker _, Topic.Outlet _, Topic.Place _ -> true;
      case Topic.In _, Topic.Not _ -> false;
      case Topic.All(List<Topic> parts) -> parts.stream().anyMatch(TopicParser::narrows);
      case Topic.Any(List<Topic> parts) -> parts.stream().allMatch(TopicParser::narrows);
    };
  }

  private static boolean saysSomething(Topic topic) {
    return switch (topic) {
      case Topic.Words(String text) -> hasContent(text);
      case Topic.Phrase(String text) -> hasContent(text);
      case Topic.Speaker(String name) -> hasContent(name);
      case Topic.Outlet(String name) -> hasContent(name);
      case Topic.Place(String name) -> hasContent(name);
      case Topic.In _, Topic.All _, Topic.Any _, Topic.Not _ -> true;
    };
  }

  private static boolean hasContent(String text) {
    Language language = Language.detect(text);
    for (Word word : Words.folded(text, language)) {
      if (!StopWords.contains(language, word.folded())) {
        return true;
      }
    }
    return false;
  }
}
