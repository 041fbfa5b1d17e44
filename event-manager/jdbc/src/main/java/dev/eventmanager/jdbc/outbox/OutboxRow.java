package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.codec.EncodedEvent;

/**
 * A stored event.
 *
 * @param shard the shard of its ordering key
 * @param id its place: rises in the order of insertion
 * @param event what to publish
 * @param place the table it stands in
 * @param keyWaits whether its key waits for an earlier event that failed
 */
record OutboxRow(int shard, long id, EncodedEvent event, Place place, boolean keyWaits) {

  enum Place {
    OUTBOX,
    WAITING
  }

  String orderingKey() {
    return event.metadata().orderingKey();
  }
}
