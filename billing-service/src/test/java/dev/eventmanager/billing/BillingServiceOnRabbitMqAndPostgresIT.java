package dev.eventmanager.billing;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@WithBroker(BrokerKind.RABBITMQ)
class BillingServiceOnRabbitMqAndPostgresIT extends BillingServiceContract {

  @RegisterExtension
  static final PostgresSchema SCHEMA = new PostgresSchema();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", SCHEMA::url);
    properties.add("spring.datasource.username", () -> "");
    properties.add("spring.flyway.schemas", SCHEMA::name);
  }
}
