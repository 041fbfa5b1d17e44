package dev.eventmanager.killmatrix.bridge.fault;

import static java.util.Map.entry;

import dev.eventmanager.killmatrix.bridge.process.Instances;
import dev.eventmanager.killmatrix.fault.Fault;
import dev.eventmanager.killmatrix.fault.FaultKind;
import dev.eventmanager.killmatrix.fault.NodeUnderFire;
import dev.eventmanager.killmatrix.postgres.Postgres;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Everything that can be done to the bridge and to what it stands on. For one thread. */
public final class SoakFaults {

  /** Longer than SQS deduplicates. */
  private static final Duration ABSENCE = Duration.ofMinutes(6);

  private static final long SHORTEST_OUTAGE_MILLIS = 1_000;
  private static final long LONGEST_OUTAGE_MILLIS = 3_000;

  /** ElasticMQ forgets once a second. */
  private static final long TO_FORGET_MILLIS = 3_000;

  private final Map<SoakFault, Fault> faults = new EnumMap<>(SoakFault.class);
  private final Instances instances;
  private final Weather weather;
  private final SteppingClock sqsClock;

  /**
   * Faults of these parts.
   *
   * @param database of the ledger, in {@code postgres}
   * @param sqsClock what SQS goes by
   */
  public SoakFaults(
      Instances instances,
      Weather weather,
      NodeUnderFire broker,
      Postgres postgres,
      String database,
      SteppingClock sqsClock) {
    this.instances = instances;
    this.weather = weather;
    this.sqsClock = sqsClock;
    faults.putAll(Map.ofEntries(
        entry(SoakFault.BRIDGE_KILLED, by(random -> instances.kill(any(random)))),
        entry(SoakFault.BRIDGES_KILLED, by(random -> instances.killAll())),
        entry(SoakFault.BRIDGES_KILLED_AMID_ANSWERS, by(random -> killAmidAnswers())),
        entry(SoakFault.BRIDGES_AWAY, by(random -> killForLong())),
        entry(SoakFault.BRIDGE_STOPPED, by(random -> instances.stop(any(random)))),
        entry(SoakFault.BRIDGES_ROLLED, by(random -> instances.roll())),
        entry(SoakFault.SQS_AWAY, by(random -> outage(random, weather::disappear))),
        entry(SoakFault.ACCESS_DENIED, by(random -> outage(random, weather::deny))),
        entry(SoakFault.LEDGER_CUT, by(random -> postgres.cutConnections(database)))));
    if (postgres.canRestart()) {
      faults.put(SoakFault.LEDGER_STOPPED, by(random -> postgres.restartFast()));
      faults.put(SoakFault.LEDGER_CRASHED, by(random -> postgres.restartImmediately()));
    }
    Map<FaultKind, Fault> ofBroker = broker.faults();
    for (FaultKind kind : List.of(
        FaultKind.CONNECTIONS_CUT,
        FaultKind.CONNECTIONS_CUT_MID_FRAME,
        FaultKind.BROKER_FROZEN,
        FaultKind.BROKER_KILLED)) {
      faults.put(SoakFault.valueOf(kind.name()), ofBroker.get(kind));
    }
  }

  private static Fault by(Deed deed) {
    return random -> {
      deed.accept(random);
      return true;
    };
  }

  /** Those that can be injected here. */
  public List<SoakFault> kinds() {
    return List.copyOf(faults.keySet());
  }

  /** Breaks something in this way, and mends it where it does not mend by itself. */
  public void inject(SoakFault kind, Random random) throws InterruptedException {
    Objects.requireNonNull(faults.get(kind)).inject(random);
  }

  private int any(Random random) {
    return random.nextInt(instances.count());
  }

  private void killAmidAnswers() throws InterruptedException {
    weather.loseAnswers();
    instances.killAll();
    weather.blow();
  }

  private void killForLong() throws InterruptedException {
    weather.loseAnswers();
    instances.killAllFor(ABSENCE, this::letTimePass);
    weather.blow();
  }

  /** A request that is still under way comes before that, not six minutes later. */
  private void letTimePass() throws InterruptedException {
    weather.awaitCalm();
    sqsClock.setAhead(ABSENCE);
    TimeUnit.MILLISECONDS.sleep(TO_FORGET_MILLIS);
    sqsClock.setAhead(Duration.ZERO);
  }

  private static void pause(Random random) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextLong(SHORTEST_OUTAGE_MILLIS, LONGEST_OUTAGE_MILLIS));
  }

  private void outage(Random random, Runnable begin) throws InterruptedException {
    begin.run();
    pause(random);
    weather.blow();
  }

  /** Something done. */
  @FunctionalInterface
  private interface Deed {
    void accept(Random random) throws InterruptedException;
  }
}
