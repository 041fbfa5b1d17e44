package dev.eventmanager.killmatrix.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.eventmanager.killmatrix.bridge.fault.SoakFault;
import dev.eventmanager.killmatrix.bridge.report.SoakPage;
import dev.eventmanager.killmatrix.bridge.report.SoakResult;
import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form: each kind of fault at least once, and mishaps all the while. */
@Timeout(900)
class HardCaseSoakIT {

  private static final Path HOME =
      Path.of(System.getProperty("shop.home")).toAbsolutePath().normalize();
  private static final Path OUTPUT = Path.of("target/bridge-short");

  @Test
  @DisplayName("14. Random-fault soak: per group a gap-free prefix; duplicates only where flagged")
  void everyGroupComesInOrderWithoutAGapAndCopiesAreFlaggedThroughEveryKindOfFault()
      throws Exception {
    Optional<Path> server = PrivateRabbitMq.findServer();
    assumeThat(server).as("a rabbitmq-server on this machine").isPresent();
    SoakSettings settings = SoakSettings.brief(HOME, OUTPUT, 1);
    try (Postgres postgres = Postgres.find()) {
      SoakResult result = new BridgeSoak(
              settings, server.orElseThrow(), postgres, Clock.systemUTC(), System.out::println)
          .run();

      new SoakPage(result).write(OUTPUT.resolve("bridge-soak.md"));
      assertThat(result.problems()).isEmpty();
      assertThat(result.received()).isEqualTo(result.events()).isGreaterThanOrEqualTo(20_000);
      assertThat(result.faults()).containsOnlyKeys(possibleOn(postgres));
      assertThat(result.mishaps())
          .allSatisfy((mishap, times) -> assertThat(times).isPositive());
      assertThat(result.parked()).isPositive();
    }
  }

  private static Set<SoakFault> possibleOn(Postgres postgres) {
    Set<SoakFault> possible = EnumSet.allOf(SoakFault.class);
    if (!postgres.canRestart()) {
      possible.removeAll(Set.of(SoakFault.LEDGER_STOPPED, SoakFault.LEDGER_CRASHED));
    }
    return possible;
  }
}
