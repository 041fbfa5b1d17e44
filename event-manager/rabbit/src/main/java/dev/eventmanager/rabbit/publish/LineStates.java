package dev.eventmanager.rabbit.publish;

import dev.eventmanager.rabbit.publish.TransportStatus.State;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How all lines of a transport are doing, so that one lost connection is one line in the log.
 * Thread-safe.
 */
final class LineStates {

  private static final Logger LOG = LoggerFactory.getLogger(RabbitTransport.class);

  private final Map<Integer, String> down = new TreeMap<>();
  private final Map<Integer, String> blocked = new TreeMap<>();
  private State state = State.CONNECTING;
  private long since = System.nanoTime();

  /** Every line begins without a channel. */
  LineStates(int lines) {
    for (int line = 0; line < lines; line++) {
      down.put(line, "not connected yet");
    }
  }

  synchronized void up(int line) {
    blocked.remove(line);
    if (down.remove(line) != null && down.isEmpty()) {
      LOG.info("Publishing: connected");
    }
    noteState();
  }

  synchronized void down(int line, String reason) {
    blocked.remove(line);
    boolean isNews = !down.containsValue(reason);
    down.put(line, reason);
    noteState();
    if (isNews) {
      LOG.warn("Publishing is interrupted, trying again until it works: {}", reason);
    }
  }

  synchronized void blocked(int line, Optional<String> reason) {
    boolean wasBlocked = !blocked.isEmpty();
    reason.ifPresentOrElse(why -> blocked.put(line, why), () -> blocked.remove(line));
    noteState();
    if (!wasBlocked && !blocked.isEmpty()) {
      LOG.warn("Publishing waits: {}", reason.map(LineStates::explainBlock).orElse(""));
    } else if (wasBlocked && blocked.isEmpty()) {
      LOG.info("Publishing: the broker takes events again");
    }
  }

  private void noteState() {
    State now = down.isEmpty() ? State.PUBLISHING : State.CONNECTING;
    if (down.isEmpty() && !blocked.isEmpty()) {
      now = State.BLOCKED;
    }
    if (now != state) {
      state = now;
      since = System.nanoTime();
    }
  }

  synchronized State state() {
    return state;
  }

  /** How long it has been in its state. */
  synchronized Duration lasting() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** What keeps lines from publishing. */
  synchronized Optional<String> problem() {
    return down.values().stream()
        .findFirst()
        .or(() -> blocked.values().stream().findFirst().map(LineStates::explainBlock));
  }

  private static String explainBlock(String brokersReason) {
    return "the broker takes no events (%s); free memory or disk there, it goes on by itself"
        .formatted(brokersReason);
  }
}
