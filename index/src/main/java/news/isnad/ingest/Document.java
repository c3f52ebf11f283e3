package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import news.isnad.article.ArticleDraft;
import news.isnad.feed.Feed;

/** What a document turned out to be. Immutable. */
public sealed interface Document {
  /** What a document turned out to be whose articles were handed on one by one. Immutable. */
  sealed interface Streamed {}

  /**
   * One article or many.
   *
   * @param problems what was not taken, or not whole, and why: one sentence each, with the number
   *     of the line
   */
  record Articles(List<ArticleDraft> drafts, List<String> problems) implements Document {
    public Articles {
      drafts = List.copyOf(drafts);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Articles that were handed on.
   *
   * @param articles number of them
   * @param problems as in {@link Articles}
   */
  record HandedOn(long articles, List<String> problems) implements Streamed {
    public HandedOn {
      problems = List.copyOf(problems);
    }
  }

  /** A feed: the pages of its items are to be fetched. */
  record FeedItems(Feed feed) implements Document, Streamed {
    public FeedItems {
      requireNonNull(feed, "feed is null");
    }
  }

  /**
   * Nothing that can be taken.
   *
   * @param why one sentence for the operator, such as "picture.png is not text"
   */
  record Refused(String why) implements Document, Streamed {
    public Refused {
      requireNonNull(why, "why is null");
    }
  }
}
