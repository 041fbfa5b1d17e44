package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.HandlingInterceptor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Lets every line that is logged while an event is handled carry the event's id, routing key,
 * ordering key and queue; and adds one line of its own for an event that was handled. Thread-safe.
 *
 * <p>The line is at level DEBUG, since a busy service would otherwise log little else.
 */
final class HandlingLog implements HandlingInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(HandlingLog.class);

  @Override
  public void intercept(Handling handling, Invocation next) throws Exception {
    EventMetadata metadata = handling.event().metadata();
    try (var id = MDC.putCloseable("eventId", metadata.id());
        var routingKey = MDC.putCloseable("routingKey", metadata.routingKey());
        var orderingKey = MDC.putCloseable("orderingKey", metadata.orderingKey());
        var queue = MDC.putCloseable("queue", handling.delivery().queue())) {
      long began = System.nanoTime();
      next.proceed();
      LOG.debug(
          "handled {} from {} in {} ms",
          metadata.routingKey(),
          handling.delivery().queue(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }
  }
}
