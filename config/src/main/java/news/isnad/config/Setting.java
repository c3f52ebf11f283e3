package news.isnad.config;

/**
 * One effective setting, for printing. Immutable.
 *
 * @param key such as {@code fetch.timeout}
 * @param value as written; masked when it is a secret; empty when nothing is set
 * @param origin where it comes from: {@code default}, the file's name, the environment variable or
 *     the option
 */
public record Setting(String key, String value, String origin) {}
