package dev.whyvoy.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may depend on what. */
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.whyvoy.core");

  @Test
  void factsKnowNothingElse() {
    onlyDependOn("fact");
  }

  @Test
  void knowledgeIsMadeOfFacts() {
    onlyDependOn("knowledge", "fact");
  }

  @Test
  void diagnosingNeedsFactsAndKnowledge() {
    onlyDependOn("diagnose", "fact", "knowledge");
  }

  @Test
  void explainingReadsTextsAndRecords() {
    onlyDependOn("explain", "fact", "knowledge", "diagnose", "record", "hop");
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.whyvoy.core.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void antlrStaysInTheGrammars() {
    noClasses().should().dependOnClassesThat().resideInAPackage("org.antlr..").check(CORE);
  }

  @Test
  void coreKnowsNoTerminalAndNoReport() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.whyvoy.report..", "dev.whyvoy.cli..", "picocli..")
        .check(CORE);
  }

  @Test
  void yamlAndDatabindAreNotReadAtRunTime() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.whyvoy.core.diagnose..", "dev.whyvoy.core.explain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson..", "org.yaml..")
        .check(CORE);
  }

  private static void onlyDependOn(String name, String... others) {
    String[] ours =
        Stream.concat(Stream.of(name), Arrays.stream(others))
            .map(other -> "dev.whyvoy.core." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("dev.whyvoy.core." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.whyvoy.core..").and(not(resideInAnyPackage(ours))))
        .check(CORE);
  }
}
