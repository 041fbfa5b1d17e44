package dev.eventmanager.autoconfigure.database;

import dev.eventmanager.autoconfigure.EventManagerAutoConfiguration;
import dev.eventmanager.autoconfigure.database.DatabaseAutoConfiguration.MigratedSchema;
import dev.eventmanager.jdbc.drain.SequenceDrain;
import dev.eventmanager.jdbc.operations.DiscardedEvents;
import dev.eventmanager.jdbc.operations.OperationOutcomes;
import dev.eventmanager.jdbc.operations.OperationRunner;
import dev.eventmanager.jdbc.operations.ParkedOperations;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.parking.ParkedReader;
import dev.eventmanager.publishing.EventIds;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** What operators see of parked events in the service's database, and do to them. */
@AutoConfiguration(after = {DatabaseAutoConfiguration.class, EventManagerAutoConfiguration.class})
@ConditionalOnBean(JdbcParkedEvents.class)
class OperationsAutoConfiguration {

  @Bean
  ParkedReader parkedReader(MigratedSchema schema) {
    return new ParkedReader(schema.dataSource());
  }

  @Bean
  DiscardedEvents discardedEvents(MigratedSchema schema) {
    return new DiscardedEvents(schema.dataSource());
  }

  @Bean
  OperationOutcomes operationOutcomes(MigratedSchema schema) {
    return new OperationOutcomes(schema.dataSource());
  }

  @Bean
  ParkedOperations parkedOperations(MigratedSchema schema, EventIds ids, SequenceDrain drain) {
    return new ParkedOperations(schema.dataSource(), ids::next, drain::nudge);
  }

  @Bean
  RecurringWork operationsCarriedOn(MigratedSchema schema, SequenceDrain drain) {
    OperationRunner runner = new OperationRunner(schema.dataSource(), drain::nudge);
    return RecurringWork.start("operations on parked events", Duration.ofSeconds(2), runner::run);
  }
}
