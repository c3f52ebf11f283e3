package news.isnad.speaker;

/**
 * Knows that «رئيس فرنسا» and «الرئيس الفرنسي» hold one office: a country, and the adjective that
 * is made of its name. Words come without their article.
 */
final class ArabicDemonyms {
  private static final int SHORTEST = 3;

  private ArabicDemonyms() {}

  /** Whether one of two words is the adjective of the other. */
  static boolean areOne(String one, String other) {
    return isOf(one, other) || isOf(other, one);
  }

  private static boolean isOf(String adjective, String country) {
    String stem = stem(country);
    return stem.length() >= SHORTEST
        && (adjective.equals(stem + "ي") || adjective.equals(stem + "يه"));
  }

  /** «فرنسا», «تركيا», «سعوديه», «اسرائيل» without what an adjective does not keep. */
  private static String stem(String country) {
    for (String ending : new String[] {"يا", "يه", "ا", "ه"}) {
      if (country.endsWith(ending)) {
        return country.substring(0, country.length() - ending.length());
      }
    }
    return country;
  }
}
