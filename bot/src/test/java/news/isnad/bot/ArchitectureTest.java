package news.isnad.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Pins the direction between modules and packages. */
@AnalyzeClasses(
    packages = "news.isnad",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
  /** The fakes of other modules travel in jars of their own. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule engine_knowsNoTelegram =
      noClasses()
          .that()
          .resideOutsideOfPackage("news.isnad.bot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("news.isnad.bot..", "org.telegram..");

  @ArchTest
  static final ArchRule config_knowsNothingElse =
      noClasses()
          .that()
          .resideInAPackage("news.isnad.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "news.isnad.text..",
              "news.isnad.store..",
              "news.isnad.article..",
              "news.isnad.search..",
              "news.isnad.answer..",
              "news.isnad.bot..");

  @ArchTest
  static final ArchRule packages_haveNoCircles =
      slices().matching("news.isnad.(**)").should().beFreeOfCycles();
}
