package dev.eventmanager.bridge.notifications;

import java.util.List;
import java.util.Map;

/**
 * How the notifications are doing.
 *
 * @param work what is done at present
 * @param troubles what keeps which part from going on, in words for people; empty while all goes on
 * @param waiting how many waited for earlier ones of their object when they were last counted
 * @param inHand how many are in the database and not published yet, counted now
 * @param heldObjects objects whose next event no queue takes, longest first, with the reason
 */
record NotificationsStatus(
    Work work, Map<String, String> troubles, long waiting, long inHand, List<String> heldObjects) {

  /** What is done at present. */
  enum Work {
    ALL,
    /** Nothing is taken from SQS, and what was taken is published. */
    DRAINING,
    /** Nothing but what was on its way to the broker already. */
    NONE
  }

  /** Whether everything goes on. */
  boolean isFlowing() {
    return work == Work.ALL && troubles.isEmpty() && heldObjects.isEmpty();
  }
}
