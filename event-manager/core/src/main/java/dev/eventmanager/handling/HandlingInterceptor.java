package dev.eventmanager.handling;

/**
 * Stands around every attempt to handle an event: a transaction with the inbox, observation, logs.
 * Thread-safe.
 */
@FunctionalInterface
public interface HandlingInterceptor {

  /**
   * Does its part and proceeds, or does not.
   *
   * @throws Exception to have the event tried again later
   */
  void intercept(Handling handling, Invocation next) throws Exception;

  /**
   * Whether it finds out, with what it does anyway, if the ordering key of an event from a lane is
   * held, and throws a {@link KeyHeldException} then; nobody asks beforehand where one does.
   */
  default boolean findsHeldKeys() {
    return false;
  }

  /** What comes next: a further interceptor, at last the handler. */
  @FunctionalInterface
  interface Invocation {
    void proceed() throws Exception;
  }
}
