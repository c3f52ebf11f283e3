package news.isnad.topic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the terms of an article have to be like for a topic, in one language. Made by the factories,
 * which leave out what decides nothing. Immutable.
 */
sealed interface Condition {
  /** Every article, or none. */
  record Constant(boolean holds) implements Condition {}

  /** A term of a field. */
  record Term(String field, String text) implements Condition {}

  /**
   * Terms at these distances from the first, or nearly so.
   *
   * @param slop how many places they may be moved altogether
   */
  record Phrase(String field, List<String> texts, List<Integer> places, int slop)
      implements Condition {
    public Phrase {
      texts = List.copyOf(texts);
      places = List.copyOf(places);
    }
  }

  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  Condition ALWAYS = new Constant(true);
  Condition NEVER = new Constant(false);

  static Condition all(List<Condition> parts) {
    Set<Condition> kept = new LinkedHashSet<>();
    for (Condition part : parts) {
      switch (part) {
        case Constant(boolean holds) -> {
          if (!holds) {
            return NEVER;
          }
        }
        case All(List<Condition> inner) -> kept.addAll(inner);
        case Term _, Phrase _, Any _, Not _ -> kept.add(part);
      }
    }
    return switch (kept.size()) {
      case 0 -> ALWAYS;
      case 1 -> kept.iterator().next();
      default -> new All(List.copyOf(kept));
    };
  }

  static Condition any(List<Condition> parts) {
    Set<Condition> kept = new LinkedHashSet<>();
    for (Condition part : parts) {
      switch (part) {
        case Constant(boolean holds) -> {
          if (holds) {
            return ALWAYS;
          }
        }
        case Any(List<Condition> inner) -> kept.addAll(inner);
        case Term _, Phrase _, All _, Not _ -> kept.add(part);
      }
    }
    List<Condition> needed = new ArrayList<>(kept);
    needed.removeIf(part -> isCovered(part, kept));
    return switch (needed.size()) {
      case 0 -> NEVER;
      case 1 -> needed.getFirst();
      default -> distributed(needed).orElseGet(() -> new Any(needed));
    };
  }

  /** (a and b) or c is (a or c) and (b or c): alternatives of single things are cheap to check. */
  private static Optional<Condition> distributed(List<Condition> parts) {
    List<Condition> single = new ArrayList<>();
    List<List<Condition>> several = new ArrayList<>();
    for (Condition part : parts) {
      if (part instanceof All(List<Condition> inner) && inner.stream().allMatch(Condition::isOne)) {
        several.add(inner);
      } else if (isOne(part)) {
        single.add(part);
      } else {
        return Optional.empty();
      }
    }
    if (several.size() != 1) {
      return Optional.empty();
    }
    List<Condition> all = new ArrayList<>();
    for (Condition one : several.getFirst()) {
      List<Condition> any = new ArrayList<>(List.of(one));
      any.addAll(single);
      all.add(any(any));
    }
    return Optional.of(all(all));
  }

  private static boolean isOne(Condition part) {
    return part instanceof Term || part instanceof Phrase;
  }

  /** Where a term alone is enough, whatever has it and more says nothing further. */
  private static boolean isCovered(Condition part, Set<Condition> beside) {
    return switch (part) {
      case Phrase(String field, List<String> texts, _, _) ->
          texts.stream().anyMatch(text -> beside.contains(new Term(field, text)))
              || beside.stream().anyMatch(other -> isPartOf(other, field, texts));
      case All(List<Condition> inner) -> inner.stream().anyMatch(beside::contains);
      case Constant _, Term _, Any _, Not _ -> false;
    };
  }

  /** Whether these are single words, all of them in a run. */
  private static boolean isPartOf(Condition words, String field, List<String> texts) {
    return words instanceof All(List<Condition> parts)
        && parts.stream()
            .allMatch(
                part ->
                    part instanceof Term(String of, String text)
                        && of.equals(field)
                        && texts.contains(text));
  }

  static Condition not(Condition part) {
    return switch (part) {
      case Constant(boolean holds) -> new Constant(!holds);
      case Not(Condition inner) -> inner;
      case Term _, Phrase _, All _, Any _ -> new Not(part);
    };
  }
}
