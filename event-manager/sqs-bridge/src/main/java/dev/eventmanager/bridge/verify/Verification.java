package dev.eventmanager.bridge.verify;

import java.util.Optional;

/**
 * A comparison that was asked for.
 *
 * @param report what it came to, once it is done
 * @param failure why it could not be done
 */
public record Verification(
    String id, VerifiedRoute route, Optional<Report> report, Optional<String> failure) {

  /** How far it is. */
  public enum State {
    RUNNING,
    DONE,
    FAILED
  }

  static Verification begun(String id, VerifiedRoute route) {
    return new Verification(id, route, Optional.empty(), Optional.empty());
  }

  Verification done(Report report) {
    return new Verification(id, route, Optional.of(report), Optional.empty());
  }

  Verification failed(String why) {
    return new Verification(id, route, Optional.empty(), Optional.of(why));
  }

  /** How far it is. */
  public State state() {
    if (report.isPresent()) {
      return State.DONE;
    }
    return failure.isPresent() ? State.FAILED : State.RUNNING;
  }
}
