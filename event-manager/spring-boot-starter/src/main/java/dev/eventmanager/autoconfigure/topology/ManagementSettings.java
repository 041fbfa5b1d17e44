package dev.eventmanager.autoconfigure.topology;

import dev.eventmanager.autoconfigure.EventManagerProperties;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.rabbit.management.ManagementAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;

/**
 * Where the management plugin is: as set, else beside a broker on its usual port. A broker on another
 * port, or behind TLS, has its plugin who knows where, and another broker may be there.
 */
record ManagementSettings(
    EventManagerProperties.Topology settings,
    Optional<RabbitConnectionDetails> connection,
    boolean encrypted) {

  private static final int AMQP_PORT = 5672;
  private static final int MANAGEMENT_PORT = 15672;

  /**
   * The address, empty where none can be known.
   *
   * @throws StartUpException if one is set that is none
   */
  Optional<ManagementAddress> address() {
    return Optional.ofNullable(settings.managementUrl()).or(this::beside).map(this::address);
  }

  private Optional<String> beside() {
    return encrypted
        ? Optional.empty()
        : connection
            .map(details -> details.getAddresses().get(0))
            .filter(broker -> broker.port() == AMQP_PORT)
            .map(broker -> "http://%s:%d".formatted(broker.host(), MANAGEMENT_PORT));
  }

  private ManagementAddress address(String url) {
    try {
      return ManagementAddress.of(
          url,
          either(settings.managementUser(), RabbitConnectionDetails::getUsername, "guest"),
          either(settings.managementPassword(), RabbitConnectionDetails::getPassword, "guest"),
          either(null, RabbitConnectionDetails::getVirtualHost, "/"));
    } catch (IllegalArgumentException wrong) {
      throw new StartUpException(
          List.of("event-manager.topology.management-url: " + wrong.getMessage()));
    }
  }

  private String either(
      @Nullable String set, Word<RabbitConnectionDetails> ofConnection, String usual) {
    return Optional.ofNullable(set).or(() -> connection.map(ofConnection::of)).orElse(usual);
  }

  @FunctionalInterface
  private interface Word<T> {
    @Nullable
    String of(T details);
  }
}
