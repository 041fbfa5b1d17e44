package dev.eventmanager.killmatrix.bridge.fault;

import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.emulator.FaultProxy.Fault;
import dev.eventmanager.emulator.Faults;
import dev.eventmanager.killmatrix.reader.mirror.Numbered;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between the bridge and SQS: befalls a part of the requests with mishaps, and has SQS refuse what
 * is poisoned until that is mended. Thread-safe.
 */
public final class Weather {

  /** How long the bridge waits for an answer. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  static final Duration LATE = PATIENCE.plusSeconds(1);

  private static final double CHANCE = 0.02;
  private static final int UNHEARD = 5;
  private static final long TURN_MILLIS = 20;
  private static final long TO_BE_SENT_NANOS = Duration.ofMinutes(3).toNanos();

  private final FaultProxy proxy;
  private final Fault poison = Faults.entriesFail(this::isRefused, "InvalidMessageContents", true);
  private final Fault storm;
  private final Map<Mishap, AtomicInteger> counts = new EnumMap<>(Mishap.class);
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger unheard = new AtomicInteger();
  private volatile boolean mended = false;

  /** Begins at once, on batches alone. */
  public Weather(FaultProxy proxy, long seed) {
    this.proxy = proxy;
    storm = Faults.random(
        seed, CHANCE, Arrays.stream(Mishap.values()).map(this::counted).toArray(Fault[]::new));
    blow();
  }

  private Fault counted(Mishap mishap) {
    AtomicInteger count = new AtomicInteger();
    counts.put(mishap, count);
    return (request, target) -> {
      count.incrementAndGet();
      return mishap.fault().apply(request, target);
    };
  }

  /** Back to mishaps at random. */
  void blow() {
    proxy.heal();
    proxy.always(accompanied(
        (request, target) -> storm.apply(request, forwarded -> poison.apply(forwarded, target))));
  }

  /** SQS cannot be reached. */
  void disappear() {
    proxy.everywhere(Faults.unavailable());
  }

  /** SQS lets nobody in. */
  void deny() {
    proxy.everywhere(Faults.accessDenied());
  }

  /** SQS takes batches, and nobody hears of it; returns once it took some, if they are sent. */
  void loseAnswers() throws InterruptedException {
    int before = unheard.get();
    proxy.always(accompanied((request, target) -> {
      try {
        return Faults.answerLost().apply(request, to -> poison.apply(to, target));
      } finally {
        unheard.incrementAndGet();
      }
    }));
    long last = System.nanoTime() + TO_BE_SENT_NANOS;
    while (unheard.get() - before < UNHEARD && System.nanoTime() < last) {
      TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
    }
  }

  private Fault accompanied(Fault fault) {
    return (request, target) -> {
      underWay.incrementAndGet();
      try {
        return fault.apply(request, target);
      } finally {
        underWay.decrementAndGet();
      }
    };
  }

  /** Returns when no request is under way any more, once nobody sends one. */
  void awaitCalm() throws InterruptedException {
    while (underWay.get() > 0) {
      TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
    }
  }

  /** From now on SQS takes what was poisoned too. */
  public void mend() {
    mended = true;
  }

  /** How often each mishap was dealt. */
  public Map<Mishap, Integer> counts() {
    Map<Mishap, Integer> now = new EnumMap<>(Mishap.class);
    counts.forEach((mishap, count) -> now.put(mishap, count.get()));
    return now;
  }

  private boolean isRefused(ObjectNode entry) {
    return !mended && Numbered.of(entry.path("MessageBody").asString()).poison();
  }
}
