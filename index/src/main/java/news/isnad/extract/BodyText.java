package news.isnad.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.text.DateReader;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The paragraphs of an element, in order. Blocks that are mostly links, labels of related news and
 * furniture are left out. Confined to one thread.
 */
@SuppressWarnings("ReferenceEquality") // nodes are told apart by what they are
final class BodyText {
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Pattern FULL_STOP = Pattern.compile("[.…][\"'”’»)\\]]*$");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!؟?][\"”»]?$");
  private static final Pattern EMPTY_LINE = Pattern.compile("\\r?\\n[ \\t]*+\\r?\\n");
  private static final int HEAD_BLOCKS = 8;
  private static final int LONGEST_OF_HEAD = 300;
  private static final int LONG_WORDS = 25;
  private static final int MOST_BLOCKS = 10_000;
  private static final double MOSTLY_LINKS = 0.6;

  private final Furniture furniture = Furniture.shipped();
  private final ShownDate dates = new ShownDate(DateReader.noon());
  private final String title;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int linked;
  private Element owner;

  /** A paragraph, and how much of it is links. */
  private record Block(String text, String tag, double links) {
    boolean isHeading() {
      return HEADINGS.contains(tag) && !isParagraph(text);
    }
  }

  /** Whether what is marked as a heading is a paragraph: some sites mark all of them so. */
  static boolean isParagraph(String text) {
    return SENTENCE_END.matcher(text).find() && PlainTextExtractor.words(text) >= LONG_WORDS / 2;
  }

  private BodyText(Element root, String title) {
    this.title = title;
    owner = root;
  }

  static List<String> of(Element root, String title) {
    BodyText text = new BodyText(root, title);
    text.walk(root, false);
    text.endBlock();
    return text.kept();
  }

  private void walk(Element element, boolean isLink) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        if (element.normalName().equals("pre")) {
          preserved(text.getWholeText(), isLink);
        } else {
          append(text.getWholeText(), isLink);
        }
      } else if (child instanceof Element inner) {
        if (inner.normalName().equals("br")) {
          lineBreak(inner);
        } else if (inner.isBlock() || HEADINGS.contains(inner.normalName())) {
          endBlock();
          owner = inner;
          walk(inner, isLink);
          endBlock();
          owner = element;
        } else {
          walk(inner, isLink || inner.normalName().equals("a"));
        }
      }
    }
  }

  /** Text whose line breaks count: an empty line parts paragraphs. */
  private void preserved(String text, boolean isLink) {
    String[] parts = EMPTY_LINE.split(text, -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        endBlock();
      }
      append(parts[i], isLink);
    }
  }

  /** Two in a row part paragraphs, one is a line break within. */
  private void lineBreak(Element br) {
    Element next = br.nextElementSibling();
    boolean isDouble = next != null && next.normalName().equals("br") && isBlankBetween(br, next);
    if (isDouble || isOfHead(folded(line).strip())) {
      endBlock();
    } else {
      append(" ", false);
    }
  }

  /** Whether a line that is broken once is no part of the paragraph behind it. */
  private boolean isOfHead(String text) {
    return blocks.size() < HEAD_BLOCKS
        && !text.isEmpty()
        && text.length() <= LONGEST_OF_HEAD
        && (text.equals(title) || Byline.isLine(text) || dates.isLine(text));
  }

  private static boolean isBlankBetween(Element a, Element b) {
    for (Node at = a.nextSibling(); at != null && at != b; at = at.nextSibling()) {
      if (!(at instanceof TextNode text) || !text.text().replace('\u00A0', ' ').isBlank()) {
        return false;
      }
    }
    return true;
  }

  private void append(String text, boolean isLink) {
    line.append(text);
    linked += isLink ? text.strip().length() : 0;
  }

  private void endBlock() {
    String text = folded(line).strip();
    if (!text.isEmpty() && blocks.size() < MOST_BLOCKS) {
      double links = (double) linked / text.length();
      blocks.add(new Block(text, owner.normalName(), links));
    }
    line.setLength(0);
    linked = 0;
  }

  /** One blank for all white space in a row, hard spaces and control characters among it. */
  private static String folded(CharSequence line) {
    StringBuilder folded = new StringBuilder(line.length());
    boolean inSpace = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isSpace = c == ' ' || c == '\u00A0' || Character.isISOControl(c);
      if (!isSpace) {
        folded.append(c);
      } else if (!inSpace) {
        folded.append(' ');
      }
      inSpace = isSpace;
    }
    return folded.toString();
  }

  private List<String> kept() {
    List<String> kept = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    boolean isRelated = false;
    boolean isHead = true;
    for (Block block : blocks) {
      String text = block.text();
      String bare = Furniture.bare(text);
      if (furniture.isEnd(text, bare) && !kept.isEmpty()) {
        break;
      }
      isRelated = furniture.isRelatedLabel(text, bare) || (isRelated && isTeaser(block));
      if (isRelated || isCut(block, bare) || text.equals(title)) {
        continue;
      }
      isHead &= PlainTextExtractor.words(text) < LONG_WORDS;
      if (isHead && (Byline.isLine(text) || dates.isLine(text))) {
        continue;
      }
      if (block.isHeading()) {
        waiting.add(text);
      } else {
        kept.addAll(waiting);
        waiting.clear();
        kept.add(text);
      }
    }
    return kept;
  }

  /** After a label of related news: a headline that leads elsewhere, not a paragraph. */
  private static boolean isTeaser(Block block) {
    return block.links() > MOSTLY_LINKS
        || (!FULL_STOP.matcher(block.text()).find()
            && PlainTextExtractor.words(block.text()) < LONG_WORDS);
  }

  private boolean isCut(Block block, String bare) {
    String text = block.text();
    return (block.links() > MOSTLY_LINKS && !SENTENCE_END.matcher(text).find())
        || furniture.isFurniture(text, bare)
        || furniture.isRelatedLine(text)
        || furniture.isCopyright(text);
  }
}
