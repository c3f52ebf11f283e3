package news.isnad.text;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were cut into words a moment ago: who speaks in an article, what it is compared by and
 * its places in the index are found one after the other, each from its words. Nothing is kept from
 * the next collection of garbage. Safe for concurrent use.
 */
final class CutTexts {
  private static final int PLACES = 1 << 11;

  private final AtomicReferenceArray<@Nullable WeakReference<Cut>> places =
      new AtomicReferenceArray<>(PLACES);

  private record Cut(String text, List<Word> words) {}

  /** The words of a text, in their folded forms; whoever gets them must not change the list. */
  List<Word> words(String text, Language language) {
    int place = text.hashCode() & (PLACES - 1);
    WeakReference<Cut> there = places.get(place);
    Cut cut = there == null ? null : there.get();
    if (cut == null || !cut.text.equals(text)) {
      cut = new Cut(text, Words.folded(text, language));
      places.set(place, new WeakReference<>(cut));
    }
    return cut.words;
  }
}
