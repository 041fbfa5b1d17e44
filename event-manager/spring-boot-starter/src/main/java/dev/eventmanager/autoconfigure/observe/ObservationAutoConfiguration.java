package dev.eventmanager.autoconfigure.observe;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Lets logs and traces tell which event is being handled. */
@AutoConfiguration
class ObservationAutoConfiguration {

  /** Outermost, so that whatever the others log carries the event's id. */
  @Bean
  @Order(0)
  HandlingLog handlingLog() {
    return new HandlingLog();
  }

  @Bean
  @Order(100)
  HandlingObserver handlingObserver(ObjectProvider<ObservationRegistry> observations) {
    return new HandlingObserver(observations.getIfAvailable(() -> ObservationRegistry.NOOP));
  }
}
