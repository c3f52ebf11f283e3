/** Questions as people type them, and how they are understood. */
@NullMarked
package news.isnad.question;

import org.jspecify.annotations.NullMarked;
