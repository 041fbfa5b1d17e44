package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.handling.HandlingInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Lets logs, timers and traces tell which event is being published or handled. */
@AutoConfiguration
class ObservationAutoConfiguration {

  /** Outermost, so that whatever the others log carries the event's id. */
  @Bean
  @Order(0)
  HandlingLog handlingLog() {
    return new HandlingLog();
  }

  @Bean
  Observing eventObserving(
      ConfigurableListableBeanFactory beans,
      ObjectProvider<MeterRegistry> meters,
      ObjectProvider<ObservationRegistry> observations) {
    return new Observers(beans).onlyTime()
        ? Observing.byTimersAlone(meters.getObject())
        : Observing.byObservations(observations.getIfAvailable(() -> ObservationRegistry.NOOP));
  }

  @Bean
  @Order(100)
  HandlingInterceptor handlingObserver(Observing observing) {
    return observing.handling();
  }
}
