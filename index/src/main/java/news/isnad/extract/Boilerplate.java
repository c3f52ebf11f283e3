package news.isnad.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Parts of a page that are never the article, by element, class, id and role. Immutable. */
final class Boilerplate {
  private static final Set<String> NEVER =
      Set.of(
          ("script style noscript template iframe object embed form button input select textarea"
                  + " nav svg canvas video audio picture map dialog menu amp-ad amp-auto-ads"
                  + " amp-sidebar amp-social-share amp-consent amp-user-notification amp-sticky-ad"
                  + " amp-embed amp-iframe amp-lightbox amp-carousel amp-next-page amp-analytics"
                  + " amp-list")
              .split(" "));

  private static final Set<String> NEVER_ROLES =
      Set.of("navigation", "banner", "contentinfo", "search", "dialog", "complementary");

  private static final Set<String> SECTIONS = Set.of("aside", "footer", "figure", "figcaption");

  /** Whole words of class and id, cut at hyphens, underscores and capitals. */
  private static final Pattern NOT_ARTICLE =
      Pattern.compile(
          "(?i)(^|[\\s_-])(related|recommend(ed|ation|ations|s)?|more-?(stories|news|from|on|links|coverage)|read-?(more|next|also)"
              + "|see-?also|trending|popular|most-?(read|viewed|popular|shared)|latest-?(news|stories)?|top-?stories|newsletter"
              + "|subscribe|subscription|signup|sign-?up|paywall|promo(s|tion|tions|ted)?|advert(s|isement|ising|isment)?|ads?|adslot|ad-?(container|wrapper|unit|block|slot|box)"
              + "|sponsor(ed|s)?|taboola|outbrain|dfp|gpt|social|share|sharing|sharebar|sharethis|addthis|addtoany|follow(-?us)?|comment(s|-?list|-?form|ary-?form)?|disqus|livefyre|respond"
              + "|cookie(s|-?notice|-?banner|-?consent)?|gdpr|consent|popup|modal|overlay|lightbox|breadcrumb(s)?|pagination|pager|paging|nav(bar|igation)?|menu|sidebar|side-?bar|rail|widget(s)?"
              + "|footer|masthead|toolbar|tag(s|-?list|-?cloud|ged)?|topics?|keywords|caption(s)?|credit(s)?|photo-?(credit|caption)|image-?(caption|credit|source)|media-?caption|wp-caption(-text)?|byline|author(s|-?(bio|info|box|name|card|details))?|bio"
              + "|dateline|timestamp|pub-?date|publish(ed)?-?(date|time)|post-?(meta|date)|entry-?meta|meta-?(data|info)|metadata|print-?(only|hidden)?|hidden|visually-?hidden|sr-only|screen-?reader(-?text)?|skip-?link(s)?"
              + "|gallery|slideshow|carousel|slider|player|video-?(player|container|wrapper|caption)?|jwplayer|copyright|disclaimer|legal|correction-?form|feedback|poll|quiz|survey|toc|table-?of-?contents|jump-?links?|teaser(s)?|hatnote|infobox|donate|donation|membership|app-?(promo|download|banner)|login|account|weather|stock-?ticker|ticker|outbrain|zergnet|revcontent|mgid|inline-?(promo|related|newsletter)|next-?(article|story|post)|prev(ious)?-?(article|story|post)|post-?nav(igation)?)($|[\\s_-])");

  /** Names that say "this is the text": what they hold is not judged by its name. */
  private static final Pattern ARTICLE =
      Pattern.compile(
          "(?i)(article|story|post|entry|content|news|page|main)[-_]*(body|text|content|copy|main|inner)|articlebody|storytext|maincontent|(^|[\\s_-])(body-?copy|rich-?text|wysiwyg|prose)($|[\\s_-])");

  private static final Pattern COMMENTS =
      Pattern.compile("(?i)(^|[\\s_-])(comment(s|-?list|ary)?|disqus|livefyre|respond)($|[\\s_-])");

  /** Boxes of a picture; what they say is its caption. */
  private static final Pattern PICTURE =
      Pattern.compile(
          "(?i)(^|[\\s_-])(image|img|photo|picture|pic|thumb(nail)?|media|visual)(s|-?(box|block|container"
              + "|wrapper|wrap|holder|frame|item))?($|[\\s_-])");

  private static final int LONGEST_CAPTION = 300;

  private static final Pattern HIDDEN =
      Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");

  private Boilerplate() {}

  /** What is never part of an article, whatever it holds. */
  static boolean isNever(Element element) {
    String tag = element.normalName();
    return NEVER.contains(tag)
        || (element.attributesSize() > 0
            && (element.hasAttr("hidden")
                || (element.hasAttr("role") && isNeverByRole(element))
                || (element.hasAttr("placeholder") && !tag.equals("p"))
                || element.hasAttr("fallback")
                || element.hasAttr("overflow")));
  }

  private static boolean isNeverByRole(Element element) {
    return element.attr("aria-hidden").trim().equalsIgnoreCase("true")
        || NEVER_ROLES.contains(element.attr("role").trim().toLowerCase(Locale.ROOT));
  }

  static boolean isBoilerplate(Element element) {
    String tag = element.normalName();
    if (tag.equals("body") || tag.equals("html") || tag.equals("article") || tag.equals("main")) {
      return false;
    }
    if (SECTIONS.contains(tag)) {
      return true;
    }
    if (element.attributesSize() == 0) {
      return false;
    }
    if (HIDDEN.matcher(element.attr("style")).find()) {
      return true;
    }
    if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
      return false;
    }
    String names = names(element);
    return !names.isBlank()
        && !isArticle(element)
        && (NOT_ARTICLE.matcher(names).find() || isPicture(element, names));
  }

  private static boolean isPicture(Element element, String names) {
    return PICTURE.matcher(names).find()
        && element.selectFirst("img, amp-img") != null
        && element.text().length() <= LONGEST_CAPTION;
  }

  static boolean isComments(Element element) {
    return (element.attributesSize() > 0 && COMMENTS.matcher(names(element)).find())
        || SECTIONS.contains(element.normalName());
  }

  static boolean isArticle(Element element) {
    return element.attributesSize() > 0
        && (element.attr("itemprop").equalsIgnoreCase("articleBody")
            || ARTICLE.matcher(element.className() + " " + element.id()).find());
  }

  /** "relatedNews-box" becomes "related-News-box". */
  static String names(Element element) {
    String names = element.className() + " " + element.id() + " " + element.attr("data-component");
    return names.length() > 1_000 || names.isBlank()
        ? ""
        : names.replaceAll("(?<=[a-z])(?=[A-Z])", "-").replace("__", "-").replace("--", "-");
  }
}
