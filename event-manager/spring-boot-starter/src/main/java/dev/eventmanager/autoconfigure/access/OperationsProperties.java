package dev.eventmanager.autoconfigure.access;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operations endpoint.
 *
 * @param users Who may use it. Without users nobody may.
 */
@ConfigurationProperties("event-manager.operations")
record OperationsProperties(@DefaultValue List<User> users) {

  /**
   * One who may use it.
   *
   * @param name Name that the user gives, and that is kept with each replay and discard.
   * @param password Encoded, with the name of the encoding before it, such as {bcrypt}$2a$10$….
   * @param roles EVENT_VIEWER to see, EVENT_OPERATOR to replay, discard and apply as well.
   */
  record User(
      @DefaultValue("") String name,
      @DefaultValue("") String password,
      @DefaultValue Set<OperationsRole> roles) {

    /** Without the password, for it might be logged. */
    @Override
    public String toString() {
      return "%s %s".formatted(name, roles);
    }
  }
}
