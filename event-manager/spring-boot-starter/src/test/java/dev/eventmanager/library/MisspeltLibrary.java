package dev.eventmanager.library;

import dev.eventmanager.OnEvent;
import dev.eventmanager.catalogue.EventDeclarations;
import dev.eventmanager.library.Loans.Lent;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.service.ServiceContractTest;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;

/** A service with a handler for what nobody publishes. Run by {@link BrokenLibraryIT} alone. */
@WithBroker(BrokerKind.EMBEDDED)
@SpringBootTest(
    classes = MisspeltLibrary.Application.class,
    properties = "spring.application.name=library-service")
class MisspeltLibrary extends ServiceContractTest {

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    EventDeclarations loans() {
      return () -> List.of(Loans.LEND);
    }

    @Bean
    Handlers handlers() {
      return new Handlers();
    }
  }

  static class Handlers {

    @OnEvent(pattern = "loan.*.lent")
    void lent(Lent loan) {}
  }
}
