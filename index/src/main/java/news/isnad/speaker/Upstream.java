package news.isnad.speaker;

import java.util.Optional;
import news.isnad.text.Span;

/**
 * A source that the outlet credits: "citing Bloomberg", «نقلًا عن رويترز». Immutable.
 *
 * @param name as printed, without quotation marks
 * @param entity id of the known name that matches, such as {@code bloomberg}
 * @param proof the words of the edition's text that credit it
 */
public record Upstream(String name, Optional<String> entity, Span proof) {}
