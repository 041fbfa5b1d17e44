package dev.eventmanager.bridge.notifications;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps a part of the work from going on; one problem is one entry in the log. Thread-safe. */
final class Trouble {

  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

  private final String work;
  private volatile Optional<String> problem = Optional.empty();

  /**
   * No trouble yet.
   *
   * @param work what is kept from going on, as the beginning of a sentence
   */
  Trouble(String work) {
    this.work = work;
  }

  void met(Throwable failure) {
    var met = Optional.of(failure.toString());
    if (!met.equals(problem)) {
      problem = met;
      LOG.warn("{} cannot go on now, and is tried again until it can", work, failure);
    }
  }

  void over() {
    problem = Optional.empty();
  }

  Optional<String> problem() {
    return problem;
  }
}
