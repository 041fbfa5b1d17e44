package dev.eventmanager.killmatrix.worker;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.catalogue.EventDeclarations;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that publishes; its relay runs beside it, as in any service. */
@SpringBootConfiguration
@EnableAutoConfiguration
class PublisherApplication {

  @Bean
  Death death() {
    return new Death();
  }

  @Bean
  EventDeclarations events() {
    return () -> List.of(Accounts.MOVE);
  }

  /** The client tells its collector what it has written and what was confirmed, before anyone. */
  @Bean
  ConnectionFactoryCustomizer dyingBesideTheBroker(Death death) {
    return factory -> factory.setMetricsCollector(new DyingPublisher(death));
  }

  @Bean
  Load load(
      TransactionTemplate transactions,
      JdbcClient jdbc,
      EventPublisher events,
      Death death,
      Environment environment) {
    return new Load(
        new Bookings(transactions, jdbc, events, death),
        jdbc,
        environment.getRequiredProperty("load.threads", Integer.class),
        environment.getRequiredProperty("load.accounts", Integer.class),
        environment.getRequiredProperty("load.flaky", Double.class),
        environment.getRequiredProperty("load.broken", Double.class),
        environment.getRequiredProperty("load.rate", Integer.class));
  }
}
