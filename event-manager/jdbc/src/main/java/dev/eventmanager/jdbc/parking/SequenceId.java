package dev.eventmanager.jdbc.parking;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.schema.EventColumns;

/**
 * What a sequence is called within its queue. For the packages of this module; stateless.
 *
 * <p>The two kinds begin differently, so that no ordering key, whatever a stranger chose, is ever
 * taken for a single event.
 */
public final class SequenceId {

  private static final String KEY = "key:";
  private static final String EVENT = "event:";

  private SequenceId() {}

  /** The sequence of the events of a key. */
  public static String ofKey(String orderingKey) {
    return KEY + EventColumns.id(orderingKey);
  }

  /** The sequence of one event alone, which holds nobody back. */
  public static String ofEvent(EncodedEvent event) {
    return EVENT + EventColumns.id(event.metadata().id()) + ":" + EventColumns.fingerprint(event);
  }

  /** Whether it is that of a key. */
  public static boolean isOfKey(String sequenceId) {
    return sequenceId.startsWith(KEY);
  }

  /** The sequence that an event belongs to that failed for this reason. */
  public static String of(EncodedEvent event, ParkReason reason) {
    return reason.holdsKey() ? ofKey(event.metadata().orderingKey()) : ofEvent(event);
  }
}
