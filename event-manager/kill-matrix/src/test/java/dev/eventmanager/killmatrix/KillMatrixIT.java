package dev.eventmanager.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.eventmanager.killmatrix.fault.FaultKind;
import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.killmatrix.report.MatrixResult;
import dev.eventmanager.killmatrix.report.ResultPage;
import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The short form: each kind of fault once. */
class KillMatrixIT {

  private static final Path HOME =
      Path.of(System.getProperty("shop.home")).toAbsolutePath().normalize();
  private static final Path OUTPUT = Path.of("target/short");

  @Test
  void everyPromiseHoldsThroughEveryKindOfFault() throws Exception {
    Optional<Path> server = PrivateRabbitMq.findServer();
    assumeThat(server).as("a rabbitmq-server on this machine").isPresent();
    MatrixSettings settings = MatrixSettings.brief(HOME, OUTPUT, 1);
    try (Postgres postgres = Postgres.find()) {
      MatrixResult result = new Matrix(
              settings, server.orElseThrow(), postgres, Clock.systemUTC(), System.out::println)
          .run(false);

      new ResultPage(result).write(OUTPUT.resolve("kill-matrix.md"));
      assertThat(result.problems()).isEmpty();
      Set<FaultKind> injected = EnumSet.allOf(FaultKind.class);
      injected.removeIf(kind -> result.faults().get(kind) == 0);
      assertThat(injected).containsAll(possibleOn(postgres));
    }
  }

  private static Set<FaultKind> possibleOn(Postgres postgres) {
    Set<FaultKind> possible = EnumSet.allOf(FaultKind.class);
    if (!postgres.canRestart()) {
      possible.removeAll(Set.of(FaultKind.DATABASE_STOPPED, FaultKind.DATABASE_CRASHED));
    }
    return possible;
  }
}
