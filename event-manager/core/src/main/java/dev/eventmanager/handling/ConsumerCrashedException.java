package dev.eventmanager.handling;

/** An event is parked for what became of the processes that handled it; nothing was thrown. */
public final class ConsumerCrashedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConsumerCrashedException(Delivery delivery) {
    super(
        "%s: the process ended again and again while it was handled, %d times in all and at last while it was handled alone; see the last words of the process (out of memory, a native crash, System.exit)"
            .formatted(delivery, delivery.timesLost()));
  }
}
