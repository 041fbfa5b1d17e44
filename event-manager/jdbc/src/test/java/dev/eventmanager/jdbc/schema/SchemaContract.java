package dev.eventmanager.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.jdbc.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What the migrations promise on every database. */
interface SchemaContract {

  TestDatabase database();

  @Test
  default void migratesOnceHoweverManyInstancesStart() {
    CompletableFuture.allOf(IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.runAsync(
                new EventManagerSchema(database().dataSource())::migrate))
            .toArray(CompletableFuture[]::new))
        .join();

    assertThat(database().rows("event_manager_outbox_shard")).isEqualTo(16);
  }

  @Test
  default void leavesTheServicesOwnMigrationsAlone() {
    Flyway service = Flyway.configure()
        .dataSource(database().dataSource())
        .locations("classpath:service-migrations")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();

    service.migrate();

    assertThat(database().rows("purchase")).isZero();
    assertThat(service.info().applied()).hasSize(2);
  }
}
