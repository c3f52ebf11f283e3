/**
 * PDF and Word: what is printed in files that are no text themselves.
 *
 * <pre>{@code
 * switch (new OfficeFiles().read(bytes)) {
 *   case OfficeFiles.Text(String text) -> ...      // paragraphs, separated by empty lines
 *   case OfficeFiles.Unread(String why) -> ...
 * }
 * }</pre>
 *
 * <p>The libraries that read such files trust them: a few kilobytes may ask for gigabytes, or for
 * hours. So they work in a process of its own, which has little memory and little time, and which
 * takes nothing with it when it dies.
 */
@NullMarked
package news.isnad.office;

import org.jspecify.annotations.NullMarked;
