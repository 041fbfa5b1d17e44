package dev.eventmanager.killmatrix.worker;

import dev.eventmanager.catalogue.EventDeclarations;
import dev.eventmanager.handling.HandlingInterceptor;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that handles, with its inbox. */
@SpringBootConfiguration
@EnableAutoConfiguration
class ConsumerApplication {

  @Bean
  Death death() {
    return new Death();
  }

  @Bean
  EventDeclarations events() {
    return () -> List.of(Accounts.MOVE);
  }

  /** Innermost: the handler has run, and the transaction around it stands. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  HandlingInterceptor dyingAfterTheEffect(Death death) {
    return (handling, next) -> {
      next.proceed();
      death.at(Step.AFTER_EFFECT);
    };
  }

  /** Outermost: the transaction has ended, and whoever acknowledges has not been told. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  HandlingInterceptor dyingAfterTheCommit(Death death) {
    return (handling, next) -> {
      next.proceed();
      death.at(Step.AFTER_HANDLING);
    };
  }

  @Bean
  Trouble trouble(DataSource dataSource) {
    return new Trouble(dataSource);
  }

  @Bean
  MovementHandler movementHandler(JdbcClient jdbc, Trouble trouble) {
    return new MovementHandler(jdbc, trouble);
  }
}
