package dev.eventmanager.testkit.broker;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run of tests wants of its broker. Each setting is an environment variable, or a system
 * property of the same name.
 *
 * @param address an AMQP address that is given
 * @param management the HTTP address of its management plugin; without one no virtual host can be
 *     made
 * @param requireRabbitMq whether the embedded broker will not do
 * @param image the container image
 */
record TestBrokerSettings(
    Optional<URI> address, Optional<URI> management, boolean requireRabbitMq, String image) {

  static final String ADDRESS = "EVENT_MANAGER_TEST_BROKER";
  static final String MANAGEMENT = "EVENT_MANAGER_TEST_BROKER_MANAGEMENT";
  static final String REQUIRE_RABBITMQ = "EVENT_MANAGER_TEST_REQUIRE_RABBITMQ";
  static final String IMAGE = "EVENT_MANAGER_TEST_RABBITMQ_IMAGE";
  private static final String DEFAULT_IMAGE = "rabbitmq:4-management-alpine";

  static TestBrokerSettings fromEnvironment() {
    return from(System::getProperty, System::getenv);
  }

  /** System properties win over the environment, as they are the nearer of the two. */
  static TestBrokerSettings from(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
    UnaryOperator<@Nullable String> values = name -> {
      String property = properties.apply(name);
      return property == null ? environment.apply(name) : property;
    };
    return new TestBrokerSettings(
        value(values, ADDRESS).map(URI::create),
        value(values, MANAGEMENT).map(URI::create),
        value(values, REQUIRE_RABBITMQ).map(Boolean::parseBoolean).orElse(false),
        value(values, IMAGE).orElse(DEFAULT_IMAGE));
  }

  private static Optional<String> value(UnaryOperator<@Nullable String> values, String name) {
    return Optional.ofNullable(values.apply(name)).filter(text -> !text.isBlank());
  }
}
