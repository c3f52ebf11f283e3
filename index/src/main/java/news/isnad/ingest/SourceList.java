package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import news.isnad.article.Source;
import news.isnad.text.Charsets;
import news.isnad.text.Graphemes;
import news.isnad.text.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Lists of sources as OPML 2.0, in both directions.
 *
 * <ul>
 *   <li>Every outline with an address is a source, however deep it stands; folders say nothing.
 *   <li>The language stands in {@code language}, as in other programs' lists.
 *   <li>The outlet stands in an attribute of ours, {@code isnadOutlet}; so does a page that is no
 *       feed ({@code type="page"}).
 *   <li>What is no XML is read as far as it can be.
 *   <li>There is no DOCTYPE, at most {@value #MOST_BYTES} bytes, {@value #MOST_ENTRIES} sources and
 *       {@value #DEEPEST} levels.
 * </ul>
 *
 * <p>Stateless.
 */
public final class SourceList {
  static final int MOST_BYTES = 5_000_000;
  static final int MOST_ENTRIES = 10_000;
  static final int DEEPEST = 100;

  /** As some readers of feeds write addresses: {@code feed://...}, {@code feed:https://...}. */
  private static final Pattern FEED = Pattern.compile("(?i)^feed:(?=//|https?:)");

  private static final int LONGEST = 2_000;
  private static final int BEGINNING = 2_000;

  private SourceList() {}

  /** A source of a list. Immutable. */
  public record Entry(
      String name,
      URI address,
      Source.Kind kind,
      Optional<String> outlet,
      Optional<Language> language) {
    public Entry {
      requireNonNull(address, "address is null");
      if (name.isBlank()) {
        throw new IllegalArgumentException("name is blank");
      }
    }
  }

  /** What may be wrong with a list. */
  public enum Fault {
    /** Something else than an address of the web stands where one should. */
    ADDRESS("not a web address: "),
    DOCTYPE("the list has a DOCTYPE"),
    LARGE("the list is larger than "),
    /** It goes on, and the rest is not read. */
    LONG("the list is too deep or too long; the rest of it is not read"),
    /** Something else than a list. */
    NO_LIST("it is no OPML"),
    /** It cannot be read further. */
    BROKEN("the list cannot be read further: ");

    private final String words;

    Fault(String words) {
      this.words = words;
    }
  }

  /**
   * Something that was not taken.
   *
   * @param details what exactly; hostile, perhaps empty
   */
  public record Problem(Fault fault, String details) {
    @Override
    public String toString() {
      return fault.words + details;
    }
  }

  /**
   * What was read.
   *
   * @param problems what was not taken, and why
   */
  public record Read(List<Entry> entries, List<Problem> problems) {
    public Read {
      entries = List.copyOf(entries);
      problems = List.copyOf(problems);
    }
  }

  /** Whether a text looks like one, as far as its beginning shows. */
  public static boolean isOne(String text) {
    String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
    return beginning.toLowerCase(Locale.ROOT).contains("<opml");
  }

  /** Reads a list. Never throws for what it holds: what stands before a fault is read. */
  public static Read read(byte[] opml) {
    if (opml.length > MOST_BYTES) {
      return new Read(List.of(), List.of(new Problem(Fault.LARGE, MOST_BYTES + " bytes")));
    }
    Map<URI, Entry> entries = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(opml)) {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      boolean isOpml = false;
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          problems.add(new Problem(Fault.DOCTYPE, ""));
          break;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
        if (event != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        isOpml |= xml.getLocalName().equalsIgnoreCase("opml");
        if (++depth > DEEPEST || entries.size() >= MOST_ENTRIES) {
          problems.add(new Problem(Fault.LONG, ""));
          break;
        }
        if (isOpml && xml.getLocalName().equalsIgnoreCase("outline")) {
          entry(said(xml), problems).ifPresent(each -> entries.putIfAbsent(each.address(), each));
        }
      }
      if (!isOpml && problems.isEmpty()) {
        problems.add(new Problem(Fault.NO_LIST, ""));
      }
    } catch (XMLStreamException | java.io.IOException | RuntimeException fault) {
      if (!repaired(opml, entries, problems)) {
        String why = String.valueOf(fault.getMessage()).replaceAll("\\s+", " ");
        problems.add(new Problem(Fault.BROKEN, why));
      }
    }
    return new Read(List.copyOf(entries.values()), problems);
  }

  /**
   * Reads what XML cannot: a bare ampersand, a tag that is not closed, another encoding than the
   * declared one.
   *
   * @return false where nothing more was found
   */
  private static boolean repaired(byte[] opml, Map<URI, Entry> entries, List<Problem> problems) {
    String text = Charsets.decode(opml, Optional.empty()).text();
    if (!isOne(text)) {
      return false;
    }
    List<Problem> found = new ArrayList<>();
    int before = entries.size();
    for (Element outline : Jsoup.parse(text, "", Parser.xmlParser()).getAllElements()) {
      if (entries.size() < MOST_ENTRIES && outline.normalName().equals("outline")) {
        entry(said(outline), found).ifPresent(each -> entries.putIfAbsent(each.address(), each));
      }
    }
    found.stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
    return entries.size() > before;
  }

  private static Map<String, String> said(Element outline) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Attribute each : outline.attributes()) {
      String value = each.getValue().strip();
      if (!value.isEmpty()) {
        said.put(each.getKey().toLowerCase(Locale.ROOT), cut(value));
      }
    }
    return said;
  }

  private static Map<String, String> said(XMLStreamReader xml) {
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String value = xml.getAttributeValue(i).strip();
      if (!value.isEmpty()) {
        said.put(xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT), cut(value));
      }
    }
    return said;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  private static Optional<Entry> entry(Map<String, String> said, List<Problem> problems) {
    boolean page = "page".equalsIgnoreCase(said.get("type"));
    Optional<String> address =
        Optional.ofNullable(said.get("xmlurl"))
            .or(() -> page ? Optional.ofNullable(said.get("htmlurl")) : Optional.empty());
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> read = address(address.get());
    if (read.isEmpty()) {
      problems.add(new Problem(Fault.ADDRESS, address.get()));
      return Optional.empty();
    }
    String name =
        Optional.ofNullable(said.get("text"))
            .or(() -> Optional.ofNullable(said.get("title")))
            .orElseGet(() -> read.get().getHost());
    return Optional.of(
        new Entry(
            name,
            read.get(),
            page ? Source.Kind.PAGE : Source.Kind.FEED,
            Optional.ofNullable(said.get("isnadoutlet")),
            Optional.ofNullable(said.get("language")).flatMap(SourceList::language)));
  }

  /** {@code ar}, {@code en-gb}, {@code AR_EG}; others are none of ours. */
  private static Optional<Language> language(String tag) {
    return Language.of(tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
  }

  private static String cut(String value) {
    return Graphemes.beginning(value, LONGEST);
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(FEED.matcher(text).replaceFirst("").replaceFirst("^//", "http://"));
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** Writes a list. */
  public static String write(List<Source> sources) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("opml");
      xml.writeAttribute("version", "2.0");
      xml.writeStartElement("head");
      xml.writeStartElement("title");
      xml.writeCharacters("Isnad: sources");
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeStartElement("body");
      for (Source source : sources) {
        xml.writeCharacters("\n  ");
        xml.writeEmptyElement("outline");
        boolean feed = source.kind() == Source.Kind.FEED;
        xml.writeAttribute("type", feed ? "rss" : "page");
        xml.writeAttribute("text", printable(source.name()));
        if (source.outlet().isPresent()) {
          xml.writeAttribute("isnadOutlet", printable(source.outlet().get()));
        }
        if (source.language().isPresent()) {
          xml.writeAttribute("language", source.language().get().code());
        }
        xml.writeAttribute(feed ? "xmlUrl" : "htmlUrl", printable(source.address().toString()));
      }
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  /** Without what XML cannot hold. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF\\p{Cs}]", " ");
  }
}
