package dev.eventmanager.killmatrix.fault;

import static java.util.Map.entry;

import dev.eventmanager.killmatrix.crew.Crew;
import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.killmatrix.worker.Step;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Everything that can be done to a crew, its broker and its database. For one thread. */
public final class Faults {

  private static final String PUBLISHER = "publisher";
  private static final String CONSUMER = "consumer";
  private static final Duration TO_COME_BY = Duration.ofSeconds(60);
  private static final int MOST_PASSES = 200;

  private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);

  public Faults(Crew crew, BrokerUnderFire broker, Postgres postgres) {
    faults.putAll(Map.ofEntries(
        entry(FaultKind.PUBLISHER_DEAD_BEFORE_COMMIT, die(crew, PUBLISHER, Step.BEFORE_COMMIT)),
        entry(FaultKind.PUBLISHER_DEAD_AFTER_COMMIT, die(crew, PUBLISHER, Step.AFTER_COMMIT)),
        entry(FaultKind.RELAY_DEAD_BEFORE_CONFIRM, die(crew, PUBLISHER, Step.AFTER_PUBLISH)),
        entry(FaultKind.RELAY_DEAD_AFTER_CONFIRM, die(crew, PUBLISHER, Step.AFTER_CONFIRM)),
        entry(FaultKind.CONSUMER_DEAD_BEFORE_COMMIT, die(crew, CONSUMER, Step.AFTER_EFFECT)),
        entry(FaultKind.CONSUMER_DEAD_BEFORE_ACK, die(crew, CONSUMER, Step.AFTER_HANDLING)),
        entry(FaultKind.PUBLISHER_KILLED, Done.by(random -> crew.killAny(PUBLISHER, random))),
        entry(FaultKind.CONSUMER_KILLED, Done.by(random -> crew.killAny(CONSUMER, random))),
        entry(FaultKind.CONSUMERS_ROLLED, Done.by(random -> crew.roll(CONSUMER))),
        entry(FaultKind.PUBLISHERS_ROLLED, Done.by(random -> crew.roll(PUBLISHER)))));
    if (postgres.canRestart()) {
      faults.put(FaultKind.DATABASE_STOPPED, Done.by(random -> postgres.restartFast()));
      faults.put(FaultKind.DATABASE_CRASHED, Done.by(random -> postgres.restartImmediately()));
    }
    faults.putAll(broker.faults());
  }

  private static Fault die(Crew crew, String program, Step step) {
    return random -> crew.dieAt(program, step, random.nextInt(MOST_PASSES), TO_COME_BY);
  }

  /** The kinds that can be injected here. */
  public List<FaultKind> kinds() {
    return List.copyOf(faults.keySet());
  }

  /**
   * Breaks something in this way.
   *
   * @return false if it could not be done, such as where nobody came by the step in time
   */
  public boolean inject(FaultKind kind, Random random) throws InterruptedException {
    Fault fault = faults.get(kind);
    if (fault == null) {
      throw new IllegalArgumentException(kind + " cannot be injected here");
    }
    return fault.inject(random);
  }
}
