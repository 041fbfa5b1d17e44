package dev.eventmanager.killmatrix.bridge;

import dev.eventmanager.killmatrix.bridge.fault.SoakFault;
import dev.eventmanager.killmatrix.bridge.fault.SoakFaults;
import dev.eventmanager.killmatrix.watch.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Injects fault after fault, with some events between them; each is survived when something came
 * out of SQS after it. Runs once.
 */
final class Attack {

  private final SoakSettings settings;
  private final SoakFaults faults;
  private final Watch<SoakProgress> watch;
  private final Consumer<String> out;
  private final Random random;
  private final List<SoakFault> toCome = new ArrayList<>();
  private final Map<SoakFault, Integer> injected = new EnumMap<>(SoakFault.class);

  Attack(
      SoakSettings settings, SoakFaults faults, Watch<SoakProgress> watch, Consumer<String> out) {
    this.settings = settings;
    this.faults = faults;
    this.watch = watch;
    this.out = out;
    this.random = new Random(settings.seed());
  }

  /** How often each was injected. */
  Map<SoakFault, Integer> injected() {
    return injected;
  }

  /**
   * Goes on until each kind was injected and the events are published.
   *
   * @param stuck how long nothing may move
   * @return what stands still and should not
   */
  Optional<String> run(Duration stuck) throws InterruptedException {
    watch.await(progress -> progress.received() > 0, stuck);
    while (injected.size() < faults.kinds().size() || !isPublished(watch.progress())) {
      SoakFault kind = next();
      inject(kind);
      long received = watch.progress().received();
      if (!watch.await(progress -> progress.received() > received, stuck)) {
        return Optional.of("nothing is mirrored any more since " + kind.description());
      }
      if (!awaitFurtherEvents(stuck)) {
        return Optional.of("nothing is published any more since " + kind.description());
      }
    }
    return Optional.empty();
  }

  private boolean awaitFurtherEvents(Duration stuck) throws InterruptedException {
    long enough =
        Math.min(watch.progress().published() + settings.eventsBetween(), settings.events());
    return watch.await(progress -> progress.published() >= enough, stuck);
  }

  /** Each kind comes once before any comes again. */
  private SoakFault next() {
    if (toCome.isEmpty()) {
      toCome.addAll(faults.kinds());
      Collections.shuffle(toCome, random);
    }
    return toCome.remove(toCome.size() - 1);
  }

  private boolean isPublished(SoakProgress progress) {
    return progress.published() >= settings.events();
  }

  private void inject(SoakFault kind) throws InterruptedException {
    long from = System.nanoTime();
    faults.inject(kind, random);
    injected.merge(kind, 1, Integer::sum);
    out.accept("%s, %d ms"
        .formatted(
            kind.description(), Duration.ofNanos(System.nanoTime() - from).toMillis()));
  }
}
