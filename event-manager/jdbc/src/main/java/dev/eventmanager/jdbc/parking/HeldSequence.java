package dev.eventmanager.jdbc.parking;

/** Names a sequence. For the packages of this module. */
public record HeldSequence(String queue, String sequenceId) {

  @Override
  public String toString() {
    return "%s held on queue %s".formatted(sequenceId, queue);
  }
}
