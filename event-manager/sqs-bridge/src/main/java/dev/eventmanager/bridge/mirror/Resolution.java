package dev.eventmanager.bridge.mirror;

import dev.eventmanager.bridge.target.Verdict.Accepted;

/** Learns how the attempts at an entry ended. */
interface Resolution {

  /** The target holds it. */
  void accepted(Entry entry, Accepted receipt);

  /** The target will never take it. */
  void refused(Entry entry, String why);

  /** The target has failed on it alone so often that it is not tried again here. */
  void failing(Entry entry, String why);

  /** The broker took its delivery back before it was sent. */
  void takenBack(Entry entry);
}
