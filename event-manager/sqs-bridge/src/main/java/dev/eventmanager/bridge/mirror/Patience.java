package dev.eventmanager.bridge.mirror;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the broker keep what waits when nothing has got through for long: it would take it away after
 * half an hour, and with it the channel. Confined to the loop's thread.
 */
final class Patience {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  private final Duration limit;
  private final Clock clock;
  private final String target;

  private volatile @Nullable Inflow inflow;
  private @Nullable Instant troubledSince;
  private boolean ended = false;
  private volatile boolean letGo = false;

  Patience(Duration limit, Clock clock, String target) {
    this.limit = limit;
    this.clock = clock;
    this.target = target;
  }

  /** There is trouble from the start, and it counts as having lasted; before all else is called. */
  void beginAtItsEnd() {
    ended = true;
    troubledSince = Instant.MIN;
  }

  /** Asks this from now on to let go and to take up; from any thread, before it hands anything over. */
  void fedBy(Inflow source) {
    letGo = ended && source.letGo();
    inflow = source;
  }

  /** Whether nothing is to be begun that comes from the broker. */
  boolean hasLetGo() {
    return letGo;
  }

  /**
   * To be told often whether there is trouble.
   *
   * @return whether it has let go because of that, so that what is unsent goes back to the broker
   */
  boolean letsGo(boolean trouble) {
    var source = inflow;
    var away = isAtAnEnd(trouble);
    if (source == null || away == letGo) {
      return false;
    }
    return away ? letGo(source) : takeUp(source);
  }

  private boolean isAtAnEnd(boolean trouble) {
    if (!trouble) {
      troubledSince = null;
    } else if (troubledSince == null) {
      troubledSince = clock.instant();
    }
    return troubledSince != null
        && Duration.between(troubledSince, clock.instant()).compareTo(limit) >= 0;
  }

  private boolean letGo(Inflow source) {
    letGo = source.letGo();
    if (letGo) {
      LOG.warn("Nothing gets to {} for long; the broker keeps all until it does", target);
    }
    return letGo;
  }

  private boolean takeUp(Inflow source) {
    LOG.info("{} is back", target);
    letGo = false;
    source.takeUp();
    return false;
  }
}
