package dev.eventmanager.rabbit.publish;

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
  }

  synchronized void down(int line, String reason) {
    blocked.remove(line);
    boolean isNews = !down.containsValue(reason);
    down.put(line, reason);
    if (isNews) {
      LOG.warn("Publishing is interrupted, trying again until it works: {}", reason);
    }
  }

  synchronized void blocked(int line, Optional<String> reason) {
    boolean wasBlocked = !blocked.isEmpty();
    reason.ifPresentOrElse(why -> blocked.put(line, why), () -> blocked.remove(line));
    if (wasBlocked != !blocked.isEmpty()) {
      LOG.warn(
          "Publishing: {}", reason.map(why -> "the broker blocks us: " + why).orElse("resumed"));
    }
  }

  synchronized boolean isDown() {
    return !down.isEmpty();
  }

  /** What keeps lines from publishing. */
  synchronized Optional<String> problem() {
    Optional<String> lost =
        down.values().stream().findFirst().map(why -> "no connection to the broker: " + why);
    return lost.or(
        () -> blocked.values().stream().findFirst().map(why -> "the broker blocks us: " + why));
  }
}
