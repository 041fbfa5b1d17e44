package dev.eventmanager.autoconfigure.database;

import dev.eventmanager.autoconfigure.EventManagerAutoConfiguration;
import dev.eventmanager.autoconfigure.EventManagerProperties;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.jdbc.inbox.InboxCleaner;
import dev.eventmanager.jdbc.inbox.InboxInterceptor;
import dev.eventmanager.jdbc.outbox.OutboxRelay;
import dev.eventmanager.jdbc.outbox.OutboxStatus;
import dev.eventmanager.jdbc.outbox.OutboxTransport;
import dev.eventmanager.jdbc.outbox.RelaySettings;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.schema.EventManagerSchema;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Outbox, inbox and parked events in the service's database, where it has one with a transaction
 * manager.
 */
@AutoConfiguration(
    before = EventManagerAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ConditionalOnSingleCandidate(DataSource.class)
public class DatabaseAutoConfiguration {

  /** After the service's own migrations, which insist on an empty schema. */
  @Bean
  @DependsOnDatabaseInitialization
  MigratedSchema eventManagerSchema(DataSource dataSource) {
    requireFit(new EventManagerSchema(dataSource)::migrate);
    return new MigratedSchema(dataSource);
  }

  private static void requireFit(Runnable attempt) {
    try {
      attempt.run();
    } catch (IllegalStateException unfit) {
      throw new StartUpException(List.of(String.valueOf(unfit.getMessage())));
    }
  }

  @Bean
  JdbcParkedEvents jdbcParkedEvents(MigratedSchema schema) {
    return new JdbcParkedEvents(schema.dataSource());
  }

  /** Proof that the tables stand. */
  record MigratedSchema(DataSource dataSource) {}

  /** What is published in a transaction joins it. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "event-manager.outbox.enabled", matchIfMissing = true)
  static class Outbox {

    @Bean
    OutboxRelay outboxRelay(MigratedSchema schema, RabbitTransport broker, EventIds ids) {
      return new OutboxRelay(schema.dataSource(), broker, RelaySettings.defaults(), ids.next());
    }

    @Bean
    RelayLifecycle outboxRelayLifecycle(OutboxRelay relay) {
      return new RelayLifecycle(relay);
    }

    @Bean
    OutboxTransport outboxTransport(
        MigratedSchema schema, OutboxRelay relay, RabbitTransport broker) {
      return new OutboxTransport(schema.dataSource(), relay, broker);
    }

    @Bean
    OutboxStatus outboxStatus(MigratedSchema schema) {
      return new OutboxStatus(schema.dataSource());
    }
  }

  /** Handlers run in a transaction that remembers the event. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnSingleCandidate(PlatformTransactionManager.class)
  @ConditionalOnBooleanProperty(name = "event-manager.inbox.enabled", matchIfMissing = true)
  static class Inbox {

    /** Innermost: what stands around it is not part of the transaction. */
    @Bean
    @Order(1000)
    InboxInterceptor inboxInterceptor(
        MigratedSchema schema,
        PlatformTransactionManager transactions,
        ObjectProvider<Clock> clock) {
      InboxInterceptor inbox = new InboxInterceptor(
          schema.dataSource(), transactions, clock.getIfUnique(Clock::systemUTC));
      requireFit(inbox::check);
      return inbox;
    }

    @Bean
    InboxCleaning inboxCleaning(
        MigratedSchema schema, EventManagerProperties properties, ObjectProvider<Clock> clock) {
      return InboxCleaning.start(new InboxCleaner(
          schema.dataSource(),
          properties.inbox().retention(),
          clock.getIfUnique(Clock::systemUTC)));
    }
  }
}
