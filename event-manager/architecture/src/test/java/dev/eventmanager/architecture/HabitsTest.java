package dev.eventmanager.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static dev.eventmanager.architecture.Modules.KILL_MATRIX;
import static dev.eventmanager.architecture.Modules.LOCAL;
import static dev.eventmanager.architecture.Modules.SQS_EMULATOR;
import static dev.eventmanager.architecture.Modules.TESTKIT;
import static dev.eventmanager.architecture.Modules.written;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What no class does, whatever module it is in. */
class HabitsTest {

  private static final JavaClasses CLASSES = Modules.ALL.that(written());

  /** Those that run in production. */
  private static final JavaClasses PRODUCTION =
      CLASSES.that(resideOutsideOfPackages(TESTKIT, SQS_EMULATOR, LOCAL, KILL_MATRIX));

  @Test
  void noneReadsTheTimeOfTheMachine() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("a clock is handed in, so that a test can set it")
        .check(PRODUCTION);
  }

  @Test
  void noneMakesUpIds() {
    noClasses()
        .should()
        .callMethod(UUID.class, "randomUUID")
        .because("ids are handed in: EventIds makes those of events, in the order of their time")
        .check(PRODUCTION);
  }

  @Test
  void noneKeepsStateInAStaticField() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("two services, or two tests, in one process would share it")
        .check(CLASSES);
  }

  @Test
  void noneIsNamedForNothing() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
        .because("such a name says nothing about what the class is for")
        .check(CLASSES);
  }

  @Test
  void nonePrintsOrLogsPastSlf4j() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCTION);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(PRODUCTION);
  }

  @Test
  void noneIsInjectedThroughAField() {
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
  }
}
