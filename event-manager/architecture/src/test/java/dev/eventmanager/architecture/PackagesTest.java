package dev.eventmanager.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.eventmanager.architecture.Modules.service;
import static dev.eventmanager.architecture.Modules.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package of a module may know which other. */
class PackagesTest {

  @Test
  void onlyTheCodecCallsJackson() {
    noClasses()
        .that()
        .resideInAnyPackage(Modules.CORE)
        .and()
        .resideOutsideOfPackage("dev.eventmanager.codec..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .because("how a payload is written is decided in one place")
        .check(Modules.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contracts",
        "rabbit",
        "jdbc",
        "autoconfigure",
        "testkit",
        "bridge",
        "emulator",
        "command",
        "local",
        "killmatrix"
      })
  void featuresFormNoCycles(String module) {
    slices()
        .matching("dev.eventmanager." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature can be read, and moved, without the ones that use it")
        .check(Modules.ALL);
  }

  @ParameterizedTest
  @FieldSource("dev.eventmanager.architecture.Modules#SERVICES")
  void theDomainOfAServiceKnowsNoneOfItsAdapters(String service) {
    noClasses()
        .that()
        .resideInAPackage(domain(service))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(web(service), messaging(service), persistence(service))
        .because("the rules of the shop are read, and tested, without HTTP, events and SQL")
        .check(Modules.ALL);
  }

  @ParameterizedTest
  @FieldSource("dev.eventmanager.architecture.Modules#SERVICES")
  void theAdaptersOfAServiceKnowNoneOfEachOther(String service) {
    slices()
        .matching("dev.eventmanager." + service + ".(web|messaging|persistence)..")
        .should()
        .notDependOnEachOther()
        .because("each of them translates between the domain and one thing outside")
        .check(Modules.ALL);
  }

  @ParameterizedTest
  @FieldSource("dev.eventmanager.architecture.Modules#SERVICES")
  void theAdaptersOfAServiceAreNotPublic(String service) {
    classes()
        .that()
        .resideInAnyPackage(web(service), messaging(service), persistence(service))
        .and(written())
        .and()
        .areTopLevelClasses()
        .should()
        .notBePublic()
        .because("the domain is the door of a service; Spring needs no other")
        .check(Modules.ALL);
  }

  @Test
  void everyPackageSaysWhatMayBeNull() {
    assertThat(Modules.ALL.stream()
            .filter(written())
            .map(JavaClass::getPackage)
            .distinct()
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName))
        .as("packages without a package-info.java that is @NullMarked")
        .isEmpty();
  }

  private static String domain(String service) {
    return "dev.eventmanager." + service + ".domain..";
  }

  private static String web(String service) {
    return "dev.eventmanager." + service + ".web..";
  }

  private static String messaging(String service) {
    return "dev.eventmanager." + service + ".messaging..";
  }

  private static String persistence(String service) {
    return "dev.eventmanager." + service + ".persistence..";
  }
}
