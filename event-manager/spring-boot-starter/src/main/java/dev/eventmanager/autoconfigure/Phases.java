package dev.eventmanager.autoconfigure;

import org.springframework.context.SmartLifecycle;

/**
 * When the parts of a service start and, the other way round, stop: the relay first, then the
 * consumers, then what takes requests. So a stopping service takes no more requests, finishes the
 * events in hand, relays what both have published, and publishes the last of it.
 */
public final class Phases {

  /** Before the relay, and so stopped after it. */
  static final int PUBLISHING = SmartLifecycle.DEFAULT_PHASE - 5120;

  /** Before consumers, and so stopped after them. */
  public static final int RELAY = SmartLifecycle.DEFAULT_PHASE - 4096;

  /** Before Spring Boot's web server (default phase less 2048), and so stopped after it. */
  public static final int CONSUMERS = SmartLifecycle.DEFAULT_PHASE - 3072;

  private Phases() {}
}
