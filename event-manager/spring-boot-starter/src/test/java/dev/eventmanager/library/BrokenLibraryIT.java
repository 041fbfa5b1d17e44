package dev.eventmanager.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a service is told that does not keep its contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenLibraryIT {

  private List<Throwable> failures;

  @BeforeAll
  void runTheTestsOfTheBrokenOnes() {
    failures = EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(BrokenLibrary.class), selectClass(MisspeltLibrary.class))
        .execute()
        .allEvents()
        .failed()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .toList();
  }

  @Test
  void aPatternAdmitsAVersionThatNobodyReads() {
    assertThat(told("loan.v1.lend has no handler")).isEqualTo("""
        loan.v1.lend has no handler: its declaration reads v2 only; add .upcasting(1, …) to it, or narrow the pattern
          exchange  loan
          key       loan.v1.lend
          pattern   loan.*.lend
          queue     library_loan
          handler   @OnEvent method BrokenLibrary.Handlers.lent
          contract  META-INF/event-manager/contracts/loan/lend.v1.schema.json""");
  }

  @Test
  void aHandlerHasNoEvent() {
    assertThat(failures)
        .anySatisfy(
            failure -> assertThat(failure)
                .hasStackTraceContaining(
                    "pattern \"loan.*.lent\") matches no declared event; did you mean \"loan.v1.lend\"?"));
  }

  @Test
  void anEventHasNoContract() {
    assertThat(told("loan.v1.lose is declared and has no contract on the class path"))
        .contains(
            "-Devent-manager.contracts=update",
            "missing   META-INF/event-manager/contracts/loan/lose.v1.sample.json");
  }

  @Test
  void aHandlerFails() {
    assertThat(told("loan.v1.return was not handled"))
        .contains(
            "queue     library_loan",
            "handler   @OnEvent method BrokenLibrary.Handlers.returned",
            "failure   java.lang.IllegalStateException: the shelf is full");
  }

  @Test
  void aHandlerTakesWhatItShouldRefuse() {
    assertThat(told("loan.v2.reserve was handled"))
        .contains("should have been refused with java.lang.IllegalStateException");
  }

  @Test
  void aSampleIsNotValid() {
    assertThat(told("loan.v1.renew has a sample that is not what travels"))
        .contains(
            "$.book: integer found, string expected",
            "'until'",
            "sample    META-INF/event-manager/contracts/loan/renew.v1.sample.json");
  }

  @Test
  void anUpcasterMakesAnInvalidPayload() {
    assertThat(told("loan.v1.reserve is lifted to a payload that is not valid for loan.v2.reserve"))
        .contains("$.reader: null found, string expected", "upcaster  from version 1 to 2");
  }

  @Test
  void aHandlerPublishesWhatTheServiceDoesNotOwnTo() {
    assertThat(told("loan.v1.return is published by a handler"))
        .contains("not among publishes(); add it there");
  }

  @Test
  void theFileOfTheServiceIsNotTrue() {
    assertThat(told("library-service publishes or binds otherwise than its file says"))
        .contains(
            "it is missing",
            "library-service.json",
            "-Dtest=BrokenLibrary -Devent-manager.contracts=update");
  }

  private String told(String beginning) {
    return failures.stream()
        .map(failure -> String.valueOf(failure.getMessage()))
        .filter(message -> message.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no \"%s\" in %s".formatted(beginning, failures)));
  }
}
