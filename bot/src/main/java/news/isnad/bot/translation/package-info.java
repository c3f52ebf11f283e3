/**
 * Translations of quotations by a service that the operator names, off unless one is named.
 *
 * <pre>{@code
 * Translations service = LibreTranslate.at(URI.create("http://127.0.0.1:5000"), key);
 * service.translate("We will not wait.", Language.ENGLISH, Language.ARABIC);
 * }</pre>
 *
 * <p>What comes back is shown beneath a quotation, labelled as automatic, and kept in memory only.
 */
@NullMarked
package news.isnad.bot.translation;

import org.jspecify.annotations.NullMarked;
