package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.handling.Attempts;
import dev.eventmanager.handling.HandlerThreads;
import dev.eventmanager.handling.Suspects;
import dev.eventmanager.jdbc.drain.SequenceDrain;
import java.util.Optional;
import java.util.Set;

/** What brings held keys back; nothing, where no database holds any. */
final class HeldKeys {

  private final Optional<SequenceDrain> drain;
  private final HandlerThreads threads;
  private final Suspects suspects;

  HeldKeys(Optional<SequenceDrain> drain, HandlerThreads threads, Suspects suspects) {
    this.drain = drain;
    this.threads = threads;
    this.suspects = suspects;
  }

  /** Leaves the drain to others where there is no handler to bring anything back to. */
  void start(Set<String> queues, Attempts attempts) {
    if (!queues.isEmpty()) {
      drain.ifPresent(each -> each.start(queues, attempts, threads, suspects));
    }
  }

  void pause() {
    drain.ifPresent(SequenceDrain::pause);
  }

  void close() {
    drain.ifPresent(SequenceDrain::close);
  }
}
