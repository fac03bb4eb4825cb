package dev.whyvoy.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What may depend on what: grammar, core, report, cli, each on those before it only. */
class DirectionTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.whyvoy");

  @Test
  void nothingDependsOnWhatComesAfterIt() {
    noClasses()
        .that()
        .resideInAPackage("dev.whyvoy.grammar..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.whyvoy.core..", "dev.whyvoy.report..", "dev.whyvoy.cli..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("dev.whyvoy.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.whyvoy.report..", "dev.whyvoy.cli..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("dev.whyvoy.report..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.whyvoy.cli..")
        .check(ALL);
  }

  @Test
  void renderersKnowNeitherTerminalNorFiles() {
    noClasses()
        .that()
        .resideInAPackage("dev.whyvoy.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "java.nio.file..")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(ALL);
  }

  @Test
  void startingNeedsNeitherYamlNorDatabind() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.whyvoy.report..", "dev.whyvoy.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson.databind..", "org.yaml..", "org.antlr..")
        .check(ALL);
  }
}
