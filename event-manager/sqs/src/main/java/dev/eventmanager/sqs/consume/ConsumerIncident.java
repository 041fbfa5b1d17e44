package dev.eventmanager.sqs.consume;

/** What befalls messages on their way through a consumer, to be counted. */
public enum ConsumerIncident {
  /** A message is no event. It was put on the dead letter queue. */
  UNREADABLE,
  /** A message went back to the queue unprocessed, such as when the consumer was closed. */
  GIVEN_BACK,
  /** A message was not certainly this consumer's any more: its visibility was not extended in time. */
  LOST,
  /** A message was dealt with and could not be deleted; it is deleted when it comes again. */
  NOT_DELETED
}
