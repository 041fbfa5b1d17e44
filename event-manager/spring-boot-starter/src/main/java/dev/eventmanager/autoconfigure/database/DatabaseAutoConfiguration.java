package dev.eventmanager.autoconfigure.database;

import dev.eventmanager.autoconfigure.EventManagerAutoConfiguration;
import dev.eventmanager.autoconfigure.EventManagerProperties;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.handling.RetryPolicy;
import dev.eventmanager.jdbc.crash.JdbcCrashMarks;
import dev.eventmanager.jdbc.drain.DrainSettings;
import dev.eventmanager.jdbc.drain.SequenceDrain;
import dev.eventmanager.jdbc.inbox.InboxCleaner;
import dev.eventmanager.jdbc.inbox.InboxInterceptor;
import dev.eventmanager.jdbc.outbox.LaterOutbox;
import dev.eventmanager.jdbc.outbox.OutboxRelay;
import dev.eventmanager.jdbc.outbox.OutboxStatus;
import dev.eventmanager.jdbc.outbox.OutboxTransport;
import dev.eventmanager.jdbc.outbox.RelaySettings;
import dev.eventmanager.jdbc.outbox.TransactionPhase;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.parking.ParkedStatus;
import dev.eventmanager.jdbc.parking.ReplayOutcomes;
import dev.eventmanager.jdbc.schema.EventManagerSchema;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.time.Clock;
import java.time.Duration;
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
  JdbcParkedEvents jdbcParkedEvents(MigratedSchema schema, ObjectProvider<Clock> clock) {
    return new JdbcParkedEvents(schema.dataSource(), clock.getIfUnique(Clock::systemUTC));
  }

  @Bean
  ParkedStatus parkedStatus(MigratedSchema schema) {
    return new ParkedStatus(schema.dataSource());
  }

  /** Started and stopped with the consumers, whose handlers it calls. */
  @Bean
  SequenceDrain sequenceDrain(
      MigratedSchema schema,
      EventManagerProperties properties,
      RetryPolicy retryPolicy,
      ObjectProvider<ReplayOutcomes> outcomes,
      EventIds ids,
      ObjectProvider<Clock> clock) {
    DrainSettings settings = new DrainSettings.Builder()
        .sequencesAtOnce(properties.consumer().concurrency())
        .stopWithin(properties.consumer().shutdownTimeout())
        .build();
    return new SequenceDrain(
        schema.dataSource(),
        retryPolicy,
        settings,
        outcomes.getIfAvailable(ReplayOutcomes::ignored),
        ids.next(),
        clock.getIfUnique(Clock::systemUTC));
  }

  @Bean
  JdbcCrashMarks jdbcCrashMarks(MigratedSchema schema) {
    return new JdbcCrashMarks(schema.dataSource());
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
    TransactionPhase transactionPhase() {
      return new TransactionPhase();
    }

    @Bean
    LaterOutbox laterOutbox(MigratedSchema schema, OutboxRelay relay) {
      return new LaterOutbox(schema.dataSource(), relay);
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
        MigratedSchema schema, PlatformTransactionManager transactions) {
      InboxInterceptor inbox = new InboxInterceptor(schema.dataSource(), transactions);
      requireFit(inbox::check);
      return inbox;
    }

    @Bean
    RecurringWork inboxCleaning(MigratedSchema schema, EventManagerProperties properties) {
      InboxCleaner cleaner =
          new InboxCleaner(schema.dataSource(), properties.inbox().retention());
      return RecurringWork.start("inbox cleaning", Duration.ofMinutes(10), cleaner::clean);
    }
  }
}
