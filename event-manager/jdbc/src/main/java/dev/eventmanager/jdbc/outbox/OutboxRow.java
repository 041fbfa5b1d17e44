package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.codec.EncodedEvent;

/**
 * A stored event.
 *
 * @param shard the shard of its ordering key
 * @param id its place: rises in the order of insertion
 * @param event what to publish
 * @param place the table it stands in
 * @param keyWaits whether the rows of its key stand aside
 */
record OutboxRow(int shard, long id, EncodedEvent event, Place place, boolean keyWaits) {

  enum Place {
    OUTBOX,
    WAITING
  }

  /** The row where it stands once its key's rows have been set aside. */
  OutboxRow setAside() {
    return new OutboxRow(shard, id, event, Place.WAITING, true);
  }

  String orderingKey() {
    return event.metadata().orderingKey();
  }
}
