package dev.eventmanager.versions;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventDeclarations;
import dev.eventmanager.testkit.database.PostgresSchema;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A service of its own on some release of the events, with or without handlers. */
final class Party implements AutoCloseable {

  private final ConfigurableApplicationContext service;

  private Party(ConfigurableApplicationContext service) {
    this.service = service;
  }

  static Party publisher(PostgresSchema database, EventDeclarations release) {
    return start(database, release, Optional.empty());
  }

  static Party subscriber(PostgresSchema database, EventDeclarations release, Received handlers) {
    return start(database, release, Optional.of(handlers));
  }

  private static Party start(
      PostgresSchema database, EventDeclarations release, Optional<Received> handlers) {
    return new Party(new SpringApplicationBuilder(Service.class)
        .web(WebApplicationType.NONE)
        .initializers((GenericApplicationContext beans) -> {
          beans.registerBean(EventDeclarations.class, () -> release);
          handlers.ifPresent(all -> registerHandlers(beans, all));
        })
        .run("--spring.application.name=party", "--spring.datasource.url=" + database.url()));
  }

  @SuppressWarnings("unchecked") // getClass() of a T is a Class of it
  private static <T> void registerHandlers(GenericApplicationContext beans, T handlers) {
    beans.registerBean((Class<T>) handlers.getClass(), () -> handlers);
  }

  /** Publishes in a transaction. */
  <T> void publish(EventType<T> type, T payload) {
    EventPublisher events = service.getBean(EventPublisher.class);
    service
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(status -> events.publish(type, payload));
  }

  /** How many events of a queue were skipped. */
  double skipped(String queue) {
    return service
        .getBean(MeterRegistry.class)
        .find("event.handle.skipped")
        .tag("queue", queue)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  long parked() {
    return service
        .getBean(JdbcClient.class)
        .sql("select count(*) from event_manager_parked")
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    service.close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Service {}
}
