package dev.eventmanager.library;

import dev.eventmanager.Event;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.EventType;
import dev.eventmanager.OnEvent;
import dev.eventmanager.catalogue.EventDeclarations;
import dev.eventmanager.library.Loans.Lent;
import dev.eventmanager.library.Loans.LentV1;
import dev.eventmanager.library.Loans.Returned;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.service.ServiceContractTest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;

/** A service that breaks its contract in every way. Run by {@link BrokenLibraryIT} alone. */
@WithBroker(BrokerKind.EMBEDDED)
@SpringBootTest(
    classes = BrokenLibrary.Application.class,
    properties = "spring.application.name=library-service")
class BrokenLibrary extends ServiceContractTest {

  /** Version 1 is still sent, and nobody reads it. */
  static final EventType<Lent> LEND =
      Loans.LOAN.event("lend", Lent.class).version(2).keyedBy(Lent::book);

  /** Its sample says too much. */
  static final EventType<Returned> RENEW = Loans.LOAN.event("renew", Returned.class);

  /** It has no contract files. */
  static final EventType<Returned> LOSE = Loans.LOAN.event("lose", Returned.class);

  /** Its upcaster forgets the reader. */
  static final EventType<Reserved> RESERVE = Loans.LOAN
      .event("reserve", Reserved.class)
      .version(2)
      .upcasting(1, LentV1.class, older -> new Reserved(older.book(), null));

  record Reserved(String book, @Nullable String reader) {}

  @Override
  protected Collection<EventType<?>> publishes() {
    return List.of(RENEW, RESERVE);
  }

  @Override
  protected Optional<Class<? extends Throwable>> refusal(Event<?> sample) {
    return sample.type() == RESERVE ? Optional.of(IllegalStateException.class) : Optional.empty();
  }

  @Override
  protected Path resources() {
    return Path.of("target/no-such-folder");
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    EventDeclarations loans() {
      return () -> List.of(LEND, Loans.RETURN, RENEW, LOSE, RESERVE);
    }

    @Bean
    Handlers handlers(EventPublisher events) {
      return new Handlers(events);
    }
  }

  static class Handlers {

    private final EventPublisher events;

    Handlers(EventPublisher events) {
      this.events = events;
    }

    @OnEvent(pattern = "loan.*.lend")
    void lent(Lent loan) {
      events.publish(Loans.RETURN, new Returned("another book"));
    }

    @OnEvent(pattern = "loan.*.return")
    void returned(Returned book) {
      throw new IllegalStateException("the shelf is full");
    }

    @OnEvent(pattern = "loan.*.renew")
    void renewed(Returned book) {}

    @OnEvent(pattern = "loan.*.lose")
    void lost(Returned book) {}

    @OnEvent(pattern = "loan.*.reserve")
    void reserved(Reserved book) {}
  }
}
