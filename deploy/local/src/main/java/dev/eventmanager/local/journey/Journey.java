package dev.eventmanager.local.journey;

import dev.eventmanager.local.journey.Sighting.Handled;
import dev.eventmanager.local.journey.Sighting.Mirrored;
import dev.eventmanager.local.journey.Sighting.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has been seen of one event so far. Not thread-safe: {@link Journeys} guards it. */
final class Journey {

  private static final Duration QUIET = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Published published;
  private final List<Handled> handled = new ArrayList<>();
  private @Nullable Mirrored mirrored;
  private Instant lastSeen;
  private boolean told;

  Journey(Published published, Instant now) {
    this.published = published;
    this.lastSeen = now;
  }

  void see(Sighting sighting, Instant now) {
    lastSeen = now;
    if (sighting instanceof Handled one) {
      handled.add(one);
    } else if (sighting instanceof Mirrored one) {
      mirrored = one;
    }
  }

  /**
   * Nobody can know that a queue is still to come, so an event is told when it has been quiet for a
   * moment.
   */
  boolean settled(Instant now) {
    Duration quiet = Duration.between(lastSeen, now);
    return quiet.compareTo(mirrored == null ? PATIENCE : QUIET) >= 0;
  }

  void told() {
    told = true;
  }

  boolean isTold() {
    return told;
  }

  Published published() {
    return published;
  }

  List<Handled> handled() {
    return List.copyOf(handled);
  }

  Optional<Mirrored> mirrored() {
    return Optional.ofNullable(mirrored);
  }

  Duration since(Instant at) {
    Duration elapsed = Duration.between(published.at(), at);
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }
}
