package dev.eventmanager.autoconfigure.health;

import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.rabbit.publish.TransportStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up while events flow: the publisher has its channels and every queue is consumed. Parked events
 * are shown and do not make a service unhealthy, since the other keys go on.
 */
public final class EventManagerHealthIndicator extends AbstractHealthIndicator {

  private final RabbitTransport publisher;
  private final EventConsumers consumers;
  private final ParkedEvents parkedEvents;

  EventManagerHealthIndicator(
      RabbitTransport publisher, EventConsumers consumers, ParkedEvents parkedEvents) {
    super("the state of publishing and consuming could not be read");
    this.publisher = publisher;
    this.consumers = consumers;
    this.parkedEvents = parkedEvents;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    TransportStatus publishing = publisher.status();
    List<ConsumerStatus> consuming = consumers.status();
    boolean flowing = publishing.state() == TransportStatus.State.PUBLISHING
        && consuming.stream().allMatch(each -> each.state() == ConsumerStatus.State.CONSUMING);
    health.status(flowing ? "UP" : "DOWN").withDetail("publisher", describe(publishing));
    consuming.forEach(each -> health.withDetail("queue " + each.queue(), describe(each)));
  }

  private static Map<String, Object> describe(TransportStatus status) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", status.state().name());
    details.put("inFlight", status.inFlight());
    status.problem().ifPresent(problem -> details.put("problem", problem));
    return details;
  }

  private Map<String, Object> describe(ConsumerStatus status) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", status.state().name());
    details.put("inHand", status.inHand());
    if (status.state() == ConsumerStatus.State.CONSUMING) {
      details.put("parked", parked(status.queue()));
    } else {
      status.lastProblem().ifPresent(problem -> details.put("problem", problem));
    }
    return details;
  }

  /** Not to know how many is no reason to call the service down: events flow. */
  private Object parked(String queue) {
    try {
      return parkedEvents.count(queue);
    } catch (RuntimeException failure) {
      return "unknown: " + failure.getMessage();
    }
  }
}
