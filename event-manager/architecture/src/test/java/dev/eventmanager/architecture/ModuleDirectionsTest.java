package dev.eventmanager.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.eventmanager.architecture.Modules.BRIDGE;
import static dev.eventmanager.architecture.Modules.COMMAND_LINE;
import static dev.eventmanager.architecture.Modules.CONTRACTS;
import static dev.eventmanager.architecture.Modules.CORE;
import static dev.eventmanager.architecture.Modules.FIFO_DEMO;
import static dev.eventmanager.architecture.Modules.JDBC;
import static dev.eventmanager.architecture.Modules.KILL_MATRIX;
import static dev.eventmanager.architecture.Modules.LOCAL;
import static dev.eventmanager.architecture.Modules.RABBIT;
import static dev.eventmanager.architecture.Modules.S3_EVENTS;
import static dev.eventmanager.architecture.Modules.SHOP_EVENTS;
import static dev.eventmanager.architecture.Modules.SQS;
import static dev.eventmanager.architecture.Modules.SQS_EMULATOR;
import static dev.eventmanager.architecture.Modules.STARTER;
import static dev.eventmanager.architecture.Modules.TESTKIT;
import static dev.eventmanager.architecture.Modules.service;

import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which module may know which other. */
class ModuleDirectionsTest {

  private static final String KILL_MATRIX_READER = "dev.eventmanager.killmatrix.reader..";

  @Test
  void modulesKnowOnlyWhatIsBelowThem() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("core")
        .definedBy(CORE)
        .layer("contracts")
        .definedBy(CONTRACTS)
        .layer("rabbit")
        .definedBy(RABBIT)
        .layer("jdbc")
        .definedBy(JDBC)
        .layer("starter")
        .definedBy(STARTER)
        .layer("testkit")
        .definedBy(TESTKIT)
        .layer("shop-events")
        .definedBy(SHOP_EVENTS)
        .layer("s3-events")
        .definedBy(S3_EVENTS)
        .layer("sqs")
        .definedBy(SQS)
        .layer("sqs-emulator")
        .definedBy(SQS_EMULATOR)
        .layer("fifo-demo")
        .definedBy(FIFO_DEMO)
        .layer("bridge")
        .definedBy(BRIDGE)
        .layer("command-line")
        .definedBy(COMMAND_LINE)
        .layer("local")
        .definedBy(LOCAL)
        .layer("kill-matrix")
        .definedBy(KILL_MATRIX)
        .whereLayer("core")
        .mayNotAccessAnyLayer()
        .whereLayer("contracts")
        .mayOnlyAccessLayers("core")
        .whereLayer("rabbit")
        .mayOnlyAccessLayers("core")
        .whereLayer("jdbc")
        .mayOnlyAccessLayers("core")
        .whereLayer("sqs")
        .mayOnlyAccessLayers("core")
        .whereLayer("sqs-emulator")
        .mayNotAccessAnyLayer()
        .whereLayer("fifo-demo")
        .mayOnlyAccessLayers("sqs-emulator")
        .whereLayer("starter")
        .mayOnlyAccessLayers("core", "rabbit", "jdbc", "sqs")
        .whereLayer("testkit")
        .mayOnlyAccessLayers("core", "contracts", "rabbit")
        .whereLayer("shop-events")
        .mayOnlyAccessLayers("core")
        .whereLayer("s3-events")
        .mayOnlyAccessLayers("core")
        .whereLayer("bridge")
        .mayOnlyAccessLayers("core", "rabbit", "jdbc", "sqs", "starter", "s3-events")
        .whereLayer("command-line")
        .mayOnlyAccessLayers("core")
        .whereLayer("local")
        .mayOnlyAccessLayers("core", "testkit", "sqs-emulator")
        .whereLayer("kill-matrix")
        .mayOnlyAccessLayers("core", "jdbc", "testkit", "local", "sqs-emulator")
        .because(
            "a transport and a store can each be replaced without the other, and an application"
                + " that reads events needs neither")
        .check(Modules.ALL);
  }

  @Test
  void coreKnowsNeitherSpringNorABrokerNorADatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "com.rabbitmq..", "java.sql..", "javax.sql..")
        .because("events are declared, encoded and dispatched the same whatever carries them")
        .check(Modules.ALL);
  }

  @Test
  void whoeverCountsTheKillMatrixKnowsNothingOfTheLibrary() {
    noClasses()
        .that()
        .resideInAPackage(KILL_MATRIX_READER)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.eventmanager..").and(not(resideInAPackage(KILL_MATRIX_READER))))
        .because("what the library believes of itself proves nothing")
        .check(Modules.ALL);
  }

  @Test
  void theBridgeKnowsNoEventOfTheShop() {
    noClasses()
        .that()
        .resideInAPackage(BRIDGE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SHOP_EVENTS)
        .because("a new event type needs no new bridge")
        .check(Modules.ALL);
  }

  @ParameterizedTest
  @FieldSource("dev.eventmanager.architecture.Modules#SERVICES")
  void servicesMeetOnlyInTheirEvents(String service) {
    noClasses()
        .that()
        .resideInAPackage(service(service))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Modules.SERVICES.stream()
            .filter(other -> !other.equals(service))
            .map(Modules::service)
            .toArray(String[]::new))
        .because("services are released, and fail, one by one; what they share is in shop-events")
        .check(Modules.ALL);
  }

  @ParameterizedTest
  @FieldSource("dev.eventmanager.architecture.Modules#SERVICES")
  void servicesReachTheBrokerOnlyThroughTheLibrary(String service) {
    noClasses()
        .that()
        .resideInAPackage(service(service))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(RABBIT, JDBC, "com.rabbitmq..", "org.springframework.amqp..")
        .because("what is published past the library is neither confirmed nor in order")
        .check(Modules.ALL);
  }
}
