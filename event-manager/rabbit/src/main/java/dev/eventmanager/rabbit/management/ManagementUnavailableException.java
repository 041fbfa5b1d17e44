package dev.eventmanager.rabbit.management;

import org.jspecify.annotations.Nullable;

/** The management plugin did not answer as it should; the message says where, why and what to do. */
public final class ManagementUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Where it is not even known where to ask. */
  public static ManagementUnavailableException unset() {
    return new ManagementUnavailableException(
        "No address of RabbitMQ's management plugin is known; set event-manager.topology.management-url",
        null);
  }

  ManagementUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
