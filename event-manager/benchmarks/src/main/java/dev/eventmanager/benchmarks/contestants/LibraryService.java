package dev.eventmanager.benchmarks.contestants;

import dev.eventmanager.OnEvent;
import dev.eventmanager.benchmarks.run.Contestant.Place;
import dev.eventmanager.benchmarks.run.Purchase;
import dev.eventmanager.benchmarks.run.Receipts;
import dev.eventmanager.catalogue.EventCatalogue;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A service with the starter alone; what else is on the class path stays out. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration
class LibraryService {

  static final String NAME = "end-to-end-library";

  /** These alone: the class path has declarations of others too. */
  @Bean
  EventCatalogue eventCatalogue(LibraryEvents events) {
    return EventCatalogue.of(events.all());
  }

  @Bean
  Handler handler(Place place) {
    return new Handler(place.receipts());
  }

  /** What a service's author writes. */
  record Handler(Receipts receipts) {

    @OnEvent(queue = NAME, pattern = NAME + ".*.purchase")
    void purchased(Purchase purchase) {
      receipts.received(purchase);
    }
  }
}
