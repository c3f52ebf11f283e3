/**
 * The only door to the web: from an address to what is there, past a guard.
 *
 * <pre>{@code
 * try (Fetcher web = new HttpFetcher(FetchSettings.standard(), InstantSource.system())) {
 *   switch (web.fetch("https://example.org/feed.xml", lastTime)) {
 *     case Body body -> read(body.content(), body.address());
 *     case Unchanged unchanged -> {}
 *     case Refused refused -> tell(refused.why());
 *     case Failed failed -> retryLater(failed);
 *   }
 * }
 * }</pre>
 *
 * <p>An address is judged three times: as it is written (scheme, port, credentials), when its name
 * is resolved, and when the socket connects. The last is the one that counts, because it sees the
 * very address that is connected to: a name that changes its answer between two questions gains
 * nothing. Redirects are followed by hand and each target is judged like a first address. One
 * deadline covers everything from the first name lookup to the last byte of the last body; the size
 * limit counts bytes after decompression.
 *
 * <p>Nothing is thrown for what the web may do. Fetchers are safe for concurrent use, keep no
 * cookies and repeat no request by themselves.
 */
@NullMarked
package news.isnad.fetch;

import org.jspecify.annotations.NullMarked;
