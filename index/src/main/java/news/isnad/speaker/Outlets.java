package news.isnad.speaker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.isnad.config.Tables;
import news.isnad.lexicon.Kind;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.text.Language;
import news.isnad.text.Remembered;
import news.isnad.text.WordFilter;

/** Media that others credit, by their folded names in both languages. Immutable. */
final class Outlets {
  private static final int LONGEST_KEPT = 80;
  private static final Remembered<String> KEYS = new Remembered<>(Outlets::folded, LONGEST_KEPT);

  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> beginnings = new HashSet<>();
  private final WordFilter mayBegin;

  /** By the letters of their names and of their sites. */
  private final Map<String, String> byLetters = new HashMap<>();

  Outlets(KnownNames known, List<List<String>> rows) {
    for (KnownName name : known.all()) {
      if (name.kind() == Kind.OUTLET || name.kind() == Kind.AGENCY) {
        for (Language language : Language.values()) {
          name.names(language).forEach(text -> ids.putIfAbsent(key(text), name.id()));
        }
      }
    }
    for (List<String> row : rows) {
      for (String column : row.subList(1, row.size())) {
        for (String name : Tables.alternatives(column)) {
          ids.putIfAbsent(key(name), row.getFirst());
        }
      }
    }
    ids.keySet().forEach(key -> beginnings.add(key.split(" ", 2)[0]));
    mayBegin = new WordFilter(beginnings);
    ids.forEach((key, id) -> byLetters.putIfAbsent(OwnName.letters(key), id));
    Tables.shipped("sites.tsv").forEach(this::addSite);
  }

  /** A site is called by the first part of its address, and by what its outlet is called. */
  private void addSite(List<String> row) {
    List<String> names = new ArrayList<>(List.of(row.get(1), row.get(2)));
    names.addAll(Tables.alternatives(row.get(3)));
    String id =
        names.stream()
            .map(name -> byLetters.get(OwnName.letters(name)))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(key(row.get(1)));
    for (String domain : Tables.alternatives(row.getFirst())) {
      byLetters.putIfAbsent(OwnName.letters(domain.split("\\.", 2)[0]), id);
    }
    names.forEach(name -> byLetters.putIfAbsent(OwnName.letters(name), id));
  }

  static String key(String name) {
    return KEYS.of(name);
  }

  private static String folded(String name) {
    StringBuilder key = new StringBuilder();
    for (Token token : Tokens.of(name, 0, name.length())) {
      if (token.isWord() || token.kind() == Token.Kind.NUMBER) {
        if (!token.is("the")) {
          key.append(key.isEmpty() ? "" : " ").append(token.key());
        }
      }
    }
    return key.toString();
  }

  /** True where a folded name begins with this word. */
  boolean begins(String word) {
    return mayBegin.mayHave(word) && beginnings.contains(word);
  }

  /** The id of the medium with this name. */
  Optional<String> id(String name) {
    return Optional.ofNullable(ids.get(key(name)));
  }

  /** The id of the medium whose name or site has these {@link OwnName#letters letters}. */
  Optional<String> idOfLetters(String letters) {
    return Optional.ofNullable(byLetters.get(letters));
  }

  /** The id of the medium whose folded name is this. */
  Optional<String> ofKey(String key) {
    return Optional.ofNullable(ids.get(key));
  }
}
