package dev.eventmanager.killmatrix;

import dev.eventmanager.killmatrix.fault.BrokerUnderFire;
import dev.eventmanager.killmatrix.fault.ClusterUnderFire;
import dev.eventmanager.killmatrix.fault.NodeUnderFire;
import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.killmatrix.report.MatrixResult;
import dev.eventmanager.killmatrix.report.ResultFile;
import dev.eventmanager.killmatrix.round.Round;
import dev.eventmanager.killmatrix.round.RoundSettings;
import dev.eventmanager.killmatrix.shop.ShopFireSettings;
import dev.eventmanager.killmatrix.shop.ShopUnderFire;
import dev.eventmanager.local.ShopPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Plays rounds until enough events are committed, then the shop; keeps the result after each, so
 * that a run that was ended can go on. Stops at the first broken promise. Not thread-safe.
 */
public final class Matrix {

  private final MatrixSettings settings;
  private final Path server;
  private final Postgres postgres;
  private final ResultFile file;
  private final Clock clock;
  private final Consumer<String> out;

  /** A matrix on this RabbitMQ server program and this PostgreSQL. */
  public Matrix(
      MatrixSettings settings, Path server, Postgres postgres, Clock clock, Consumer<String> out) {
    this.settings = settings;
    this.server = server;
    this.postgres = postgres;
    this.file = new ResultFile(settings.output().resolve("result.json"));
    this.clock = clock;
    this.out = out;
  }

  /** Plays all of it, or what is left of it. */
  public MatrixResult run(boolean resume) throws IOException, SQLException, InterruptedException {
    MatrixResult result = MatrixResult.none(settings.command(), settings.seed(), clock.instant());
    if (resume) {
      result = file.read();
    }
    while (result.isClean() && (hasMoreEvents(result) || hasMoreRounds(result))) {
      out.accept("round %d, %,d events so far, seed %d"
          .formatted(result.rounds() + 1, result.events(), result.seed()));
      result = keep(playRound(result));
    }
    if (result.isClean() && result.orders() < settings.orders()) {
      result = keep(playShop(result));
    }
    return result;
  }

  private boolean hasMoreEvents(MatrixResult result) {
    return result.events() < settings.events();
  }

  private boolean hasMoreRounds(MatrixResult result) {
    return result.rounds() < settings.leastRounds();
  }

  private MatrixResult keep(MatrixResult result) throws IOException {
    file.write(result);
    return result;
  }

  private MatrixResult playRound(MatrixResult result)
      throws IOException, SQLException, InterruptedException {
    int number = result.rounds();
    String name = "round_" + (number + 1);
    RoundSettings round = new RoundSettings(
        name,
        settings.eventsPerRound(),
        settings.ratePerPublisher(),
        settings.broken(),
        settings.script(),
        settings.longestPause(),
        settings.output().resolve(name));
    try (BrokerUnderFire broker = settings.isOnCluster(number)
        ? ClusterUnderFire.start(server, Round.QUEUE)
        : NodeUnderFire.start(server)) {
      return result.plus(
          new Round(round, broker, postgres, random(result), out).run(), clock.instant());
    }
  }

  private MatrixResult playShop(MatrixResult result)
      throws IOException, SQLException, InterruptedException {
    out.accept("the shop");
    ShopFireSettings shop = new ShopFireSettings(
        settings.orders(),
        200,
        settings.longestPause().plusSeconds(2),
        settings.home(),
        settings.output().resolve("shop"),
        ShopPorts.free());
    try (NodeUnderFire broker = NodeUnderFire.start(server)) {
      return result.plus(
          new ShopUnderFire(shop, broker, postgres, random(result), out).run(), clock.instant());
    }
  }

  /** The same for the same round of the same seed, also where a run goes on. */
  private static Random random(MatrixResult result) {
    return new Random(result.seed() * 31 + result.rounds());
  }
}
