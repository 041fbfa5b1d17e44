package dev.eventmanager.library;

import dev.eventmanager.Event;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.EventType;
import dev.eventmanager.OnEvent;
import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.catalogue.EventDeclarations;
import dev.eventmanager.library.Loans.Lent;
import dev.eventmanager.library.Loans.Returned;
import dev.eventmanager.testkit.service.ServiceContractTest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;

/** A service that keeps its contract: it knows its books, and refuses what was never lent. */
@SpringBootTest(properties = "spring.application.name=library-service")
class LibraryContractIT extends ServiceContractTest {

  @Autowired
  private Shelves shelves;

  @Override
  protected Collection<EventType<?>> publishes() {
    return List.of(Loans.RETURN);
  }

  // snippet: stage
  @Override
  protected void prepare(Event<?> sample) {
    if (sample.payload() instanceof Lent lent) {
      shelves.books.add(lent.book());
    }
  }

  @Override
  protected Optional<Class<? extends Throwable>> refusal(Event<?> sample) {
    return sample.type() == Loans.RETURN
        ? Optional.of(PermanentFailureException.class)
        : Optional.empty();
  }
  // end

  @Override
  protected Path resources() {
    return Path.of("src/test/resources");
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    EventDeclarations loans() {
      return () -> List.of(Loans.LEND, Loans.RETURN);
    }

    @Bean
    Shelves shelves(EventPublisher events) {
      return new Shelves(events);
    }
  }

  static class Shelves {

    private final Set<String> books = ConcurrentHashMap.newKeySet();
    private final EventPublisher events;

    Shelves(EventPublisher events) {
      this.events = events;
    }

    @OnEvent(pattern = "loan.*.lend")
    void lent(Lent loan) {
      if (!books.remove(loan.book())) {
        throw new IllegalStateException("there is no " + loan.book());
      }
      events.publish(Loans.RETURN, new Returned(loan.book()));
    }

    @OnEvent(queue = "returns", pattern = "loan.*.return")
    void returned(Returned book) {
      throw new PermanentFailureException(book.book() + " was never lent");
    }
  }
}
