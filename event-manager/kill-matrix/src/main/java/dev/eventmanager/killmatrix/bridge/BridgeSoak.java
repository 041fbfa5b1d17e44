package dev.eventmanager.killmatrix.bridge;

import dev.eventmanager.killmatrix.bridge.fault.SoakFault;
import dev.eventmanager.killmatrix.bridge.report.SoakResult;
import dev.eventmanager.killmatrix.fault.NodeUnderFire;
import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.killmatrix.reader.mirror.HeldEvents;
import dev.eventmanager.killmatrix.reader.mirror.MirrorFindings;
import dev.eventmanager.killmatrix.reader.mirror.MirrorInvariant;
import dev.eventmanager.killmatrix.reader.mirror.MirrorReader;
import dev.eventmanager.killmatrix.reader.mirror.MirrorTally;
import dev.eventmanager.killmatrix.watch.Watch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Instances of the bridge under a load and under fire, then at rest, then counted. Not thread-safe;
 * runs once.
 */
public final class BridgeSoak {

  /** How long nothing at all may move before something counts as broken for good. */
  private static final Duration STUCK = Duration.ofMinutes(3);

  private static final Duration RELEASE_TURN = Duration.ofSeconds(3);
  private static final int MOST_PROBLEMS = 50;

  private final SoakSettings settings;
  private final Path server;
  private final Postgres postgres;
  private final Clock clock;
  private final Consumer<String> out;
  private final NumberedEvents events;
  private final MirrorTally tally = new MirrorTally();
  private final List<String> problems = new ArrayList<>();
  private Map<SoakFault, Integer> injected = Map.of();
  private long begin = 0;
  private List<String> parkedWithoutCause = List.of();
  private long parked = 0;
  private long repeated = 0;

  /** A soak on this RabbitMQ server program and this PostgreSQL. */
  public BridgeSoak(
      SoakSettings settings, Path server, Postgres postgres, Clock clock, Consumer<String> out) {
    this.settings = settings;
    this.server = server;
    this.postgres = postgres;
    this.clock = clock;
    this.out = out;
    this.events = new NumberedEvents(
        settings.seed(),
        settings.groups(),
        number -> number % settings.poison() == settings.poison() - 1);
  }

  /** Runs it to its end. */
  public SoakResult run() throws IOException, SQLException, InterruptedException, TimeoutException {
    begin = System.nanoTime();
    Files.createDirectories(settings.output());
    out.accept("starting a RabbitMQ, an SQS and %d instances of the bridge; their logs are in %s"
        .formatted(settings.instances(), settings.output()));
    try (NodeUnderFire broker = NodeUnderFire.start(server);
        Stage stage = new Stage(settings, broker, postgres, clock)) {
      HeldEvents held = new HeldEvents(stage.database());
      play(stage, held);
      stage.instances().close();
      int left = stage.leftOnBroker();
      if (left > 0) {
        problems.add("%d events are left on the broker".formatted(left));
      }
      return result(stage, held);
    }
  }

  private void play(Stage stage, HeldEvents held)
      throws IOException, SQLException, InterruptedException, TimeoutException {
    Pace pace = new Pace(events, tally, held, settings.rate());
    NumberedPublisher publisher = stage.publisher(events, pace::isOpen);
    publisher.declare();
    stage.instances().start(settings.instances());
    out.accept("all are up: %,d events of %,d groups, seed %d"
        .formatted(settings.events(), settings.groups(), settings.seed()));
    try (MirrorReader reader = stage.reader(tally);
        Watch<SoakProgress> watch = new Watch<>(SoakProgress.NONE, pace::look, out)) {
      watch.start();
      pace.start();
      publisher.start();
      Attack attack = new Attack(settings, stage.faults(), watch, out);
      attack.run(STUCK).ifPresent(problems::add);
      injected = attack.injected();
      publisher.finish();
      repeated = publisher.repeated();
      if (problems.isEmpty()) {
        settle(watch, stage, held);
      }
    }
  }

  /** Waits until nothing moves, then mends what was poisoned and releases what is parked. */
  private void settle(Watch<SoakProgress> watch, Stage stage, HeldEvents held)
      throws SQLException, InterruptedException {
    if (!watch.await(SoakProgress::isAtRest, STUCK)) {
      problems.add("no rest at the end: " + watch.progress());
      return;
    }
    parkedWithoutCause = held.parkedWithoutCause();
    parked = held.count();
    out.accept("at rest: %,d events are parked, and released now".formatted(parked));
    stage.weather().mend();
    Release release = new Release(stage.database(), Stage.QUEUE);
    long last = System.nanoTime() + STUCK.toNanos();
    while (!watch.progress().isComplete() && System.nanoTime() < last) {
      release.all();
      watch.await(SoakProgress::isComplete, RELEASE_TURN);
    }
    if (!watch.progress().isComplete()) {
      problems.add("not all that was parked is released: " + watch.progress());
    }
  }

  private SoakResult result(Stage stage, HeldEvents held) throws SQLException {
    MirrorFindings findings = tally.findings(events.byGroup());
    Map<MirrorInvariant, Long> broken = new EnumMap<>(MirrorInvariant.class);
    for (MirrorInvariant invariant : MirrorInvariant.values()) {
      broken.put(invariant, findings.broken().getOrDefault(invariant, 0L));
    }
    broken.put(MirrorInvariant.PARKED_WITHOUT_CAUSE, (long) parkedWithoutCause.size());
    problems.addAll(findings.examples());
    problems.addAll(parkedWithoutCause);
    return new SoakResult(
        settings.command(),
        settings.seed(),
        events.made(),
        events.byGroup().size(),
        findings.received(),
        injected,
        stage.weather().counts(),
        broken,
        repeated,
        stage.instances().starts(),
        held.inDoubt(),
        findings.flagged(),
        findings.copies(),
        parked,
        Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
        ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors(),
        problems.stream().limit(MOST_PROBLEMS).toList(),
        clock.instant());
  }
}
