package dev.eventmanager.order;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.database.PostgresSchema;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

@WithBroker(BrokerKind.RABBITMQ)
class OrderServiceOnRabbitMqAndPostgresIT extends OrderServiceContract {

  @TestConfiguration(proxyBeanMethods = false)
  static class Postgres {

    @Bean
    PostgresSchema schema() {
      return PostgresSchema.create("order");
    }

    @Bean
    DynamicPropertyRegistrar database(PostgresSchema schema) {
      return properties -> properties.add("spring.datasource.url", schema::url);
    }
  }
}
