package dev.eventmanager.jdbc.outbox;

/** How ordering keys are spread over the shards of the outbox. */
final class Shards {

  /** As many as the migration put into event_manager_outbox_shard. */
  static final int COUNT = 16;

  private Shards() {}

  /** The key's shard; the same in every instance and for ever. */
  static int of(String orderingKey) {
    int hash = orderingKey.hashCode();
    return Math.floorMod(hash ^ (hash >>> 16), COUNT);
  }
}
