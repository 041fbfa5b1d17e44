package dev.eventmanager.bridge.mirror;

/** Learns how the attempts at an entry ended. */
interface Resolution {

  /** SQS holds it. */
  void accepted(Entry entry);

  /** SQS will never take it. */
  void refused(Entry entry, String why);

  /** The broker took its delivery back before it was sent. */
  void takenBack(Entry entry);
}
