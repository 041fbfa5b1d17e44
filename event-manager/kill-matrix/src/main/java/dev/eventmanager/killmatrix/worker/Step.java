package dev.eventmanager.killmatrix.worker;

import java.util.Arrays;
import java.util.Optional;

/** Where a worker can be told to die: each is a moment in which something is done by half. */
public enum Step {
  /** The publisher has written its row and its event, and has not committed. */
  BEFORE_COMMIT,

  /** The publisher has committed, and its relay has not heard of it. */
  AFTER_COMMIT,

  /** The relay has written the event to the broker, which has not confirmed it. */
  AFTER_PUBLISH,

  /** The broker has confirmed the event, and its row has not been deleted. */
  AFTER_CONFIRM,

  /** The handler has written its effect, and has not committed. */
  AFTER_EFFECT,

  /** Effect and inbox row are committed, and the delivery has not been acknowledged. */
  AFTER_HANDLING;

  /** Above those of the JVM and the shell, and below those of signals. */
  private static final int FIRST_STATUS = 80;

  /** The exit status of a worker that died at this step. */
  public int status() {
    return FIRST_STATUS + ordinal();
  }

  /** The step at which a worker with this exit status died. */
  public static Optional<Step> ofStatus(int status) {
    return Arrays.stream(values()).filter(step -> step.status() == status).findFirst();
  }
}
