package dev.eventmanager.killmatrix.reader.mirror;

/**
 * A message as SQS gave it out.
 *
 * @param messageId SQS's own: the same where it gives the message out again
 * @param group its message group
 * @param eventId the attribute {@code id}
 * @param possibleDuplicate whether the attribute {@code possibleduplicate} is {@code true}
 * @param sequenceNumber SQS's own, rising within the group
 */
public record MirroredMessage(
    String messageId,
    String group,
    String eventId,
    boolean possibleDuplicate,
    String sequenceNumber,
    String body) {

  @Override
  public String toString() {
    return "event %s of group %s%s, sequence number %s"
        .formatted(
            eventId,
            group,
            possibleDuplicate ? ", marked as a possible duplicate" : "",
            sequenceNumber);
  }
}
