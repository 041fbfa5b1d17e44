package dev.eventmanager.killmatrix.round;

import dev.eventmanager.killmatrix.crew.Crew;
import dev.eventmanager.killmatrix.fault.BrokerUnderFire;
import dev.eventmanager.killmatrix.fault.FaultKind;
import dev.eventmanager.killmatrix.fault.Faults;
import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.killmatrix.reader.Findings;
import dev.eventmanager.killmatrix.reader.Reader;
import dev.eventmanager.killmatrix.reader.Reader.Progress;
import dev.eventmanager.killmatrix.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Publishers, relays and consumers under a load and under fire, then at rest, then counted. */
public final class Round {

  /** The queue of the consumers. */
  public static final String QUEUE = "consumer_account";

  /** How long nothing at all may move before something counts as broken for good. */
  private static final Duration STUCK = Duration.ofMinutes(4);

  private final RoundSettings settings;
  private final BrokerUnderFire broker;
  private final Postgres postgres;
  private final Random random;
  private final Consumer<String> out;
  private final Map<FaultKind, Integer> injected = new EnumMap<>(FaultKind.class);
  private long replayed = 0;

  public Round(
      RoundSettings settings,
      BrokerUnderFire broker,
      Postgres postgres,
      Random random,
      Consumer<String> out) {
    this.settings = settings;
    this.broker = broker;
    this.postgres = postgres;
    this.random = random;
    this.out = out;
  }

  /** Runs it to its end. */
  public RoundResult run() throws IOException, SQLException, InterruptedException {
    long begin = System.nanoTime();
    Files.createDirectories(settings.logs());
    postgres.create(settings.name());
    RoundDatabase database = new RoundDatabase(postgres.url(settings.name()));
    database.prepare();
    Reader reader = new Reader(database.url());
    List<String> problems = new ArrayList<>();
    play(database, reader).ifPresent(problems::add);
    Findings findings = reader.read(broker.uri(), List.of(QUEUE, QUEUE + ".parked"));
    if (!findings.isClean()) {
      problems.add(findings.describe());
    }
    if (problems.isEmpty()) {
      postgres.drop(settings.name());
    } else {
      problems.add("the logs of the workers are in " + settings.logs());
    }
    return new RoundResult(
        findings, injected, replayed, problems, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Returns what stands still and should not. */
  private Optional<String> play(RoundDatabase database, Reader reader)
      throws SQLException, InterruptedException {
    Workers workers = new Workers(settings, broker.addresses(), database.url());
    Pace pace = new Pace(database, reader);
    try (Crew crew = new Crew(workers.specs(), settings.logs());
        Watch<Progress> watch = new Watch<>(Progress.NONE, pace::look, out);
        Operator operator = new Operator(database, QUEUE)) {
      crew.start();
      database.complete();
      watch.start();
      operator.start();
      Optional<String> standstill = fire(watch, new Faults(crew, broker, postgres));
      pace.enough();
      if (standstill.isEmpty() && !watch.await(Progress::isAtRest, STUCK)) {
        standstill = Optional.of("no rest at the end: " + watch.progress());
      }
      replayed = operator.replayed();
      return standstill;
    }
  }

  /** Injects fault after fault; each is survived when something was handled after it. */
  private Optional<String> fire(Watch<Progress> watch, Faults faults) throws InterruptedException {
    Iterator<FaultKind> script = settings.script().iterator();
    boolean scripted = script.hasNext();
    while (scripted ? script.hasNext() : watch.progress().committed() < settings.events()) {
      FaultKind kind = scripted ? script.next() : any(faults.kinds());
      if (!faults.kinds().contains(kind)) {
        out.accept(kind.description() + ": cannot be done here");
        continue;
      }
      inject(kind, faults);
      long effects = watch.progress().effects();
      if (!watch.await(progress -> progress.effects() > effects, STUCK)) {
        return Optional.of("nothing is handled any more since " + kind.description());
      }
      TimeUnit.MILLISECONDS.sleep(random.nextLong(settings.longestPause().toMillis() + 1));
    }
    return watch.await(progress -> progress.committed() >= settings.events(), STUCK)
        ? Optional.empty()
        : Optional.of("nothing is committed any more: " + watch.progress());
  }

  private void inject(FaultKind kind, Faults faults) throws InterruptedException {
    long begin = System.nanoTime();
    boolean done = faults.inject(kind, random);
    if (done) {
      injected.merge(kind, 1, Integer::sum);
    }
    out.accept("%s%s, %d ms"
        .formatted(
            kind.description(),
            done ? "" : ": nobody came by",
            Duration.ofNanos(System.nanoTime() - begin).toMillis()));
  }

  private FaultKind any(List<FaultKind> kinds) {
    return kinds.get(random.nextInt(kinds.size()));
  }
}
