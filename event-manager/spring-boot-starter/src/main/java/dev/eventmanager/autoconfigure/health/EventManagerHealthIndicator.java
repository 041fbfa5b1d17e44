package dev.eventmanager.autoconfigure.health;

import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import dev.eventmanager.handling.PauseStatus;
import dev.eventmanager.handling.Pauses;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.rabbit.publish.TransportStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up while events flow: the publisher has its channels, every queue is consumed, and none pauses
 * because what its handlers need is away. Each part tells its state, since when, and, where events
 * do not flow, why and what to do. What waits in the outbox or is parked is shown and does not make
 * a service unhealthy, since the other keys go on.
 *
 * <p>It takes part in neither liveness nor readiness: a restart brings no broker back, and a service
 * with an outbox takes requests without one.
 */
public final class EventManagerHealthIndicator extends AbstractHealthIndicator {

  private static final String PAUSED = "PAUSED";

  private final RabbitTransport publisher;
  private final EventConsumers consumers;
  private final Pauses pauses;
  private final HeldDetails held;
  private final Optional<OutboxDetails> outbox;
  private final Clock clock;

  EventManagerHealthIndicator(
      RabbitTransport publisher,
      EventConsumers consumers,
      Pauses pauses,
      HeldDetails held,
      Optional<OutboxDetails> outbox,
      Clock clock) {
    super("the state of publishing and consuming could not be read");
    this.publisher = publisher;
    this.consumers = consumers;
    this.pauses = pauses;
    this.held = held;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    TransportStatus publishing = publisher.status();
    List<ConsumerStatus> consuming = consumers.status();
    boolean flowing = publishing.state() == TransportStatus.State.PUBLISHING
        && consuming.stream().allMatch(this::isFlowing);
    Numbers numbers = new Numbers();
    health.status(flowing ? "UP" : "DOWN").withDetail("publisher", describe(publishing));
    consuming.forEach(each -> health.withDetail("queue " + each.queue(), describe(each, numbers)));
    outbox.ifPresent(each -> health.withDetail("outbox", each.describe(numbers)));
  }

  private boolean isFlowing(ConsumerStatus status) {
    return status.state() == ConsumerStatus.State.CONSUMING
        && pauses.status(status.queue()).isEmpty();
  }

  private Map<String, Object> describe(TransportStatus status) {
    Map<String, Object> details = describe(status.state().name(), status.lasting());
    status.problem().ifPresent(problem -> details.put("problem", problem));
    details.put("inFlight", status.inFlight());
    return details;
  }

  private Map<String, Object> describe(ConsumerStatus status, Numbers numbers) {
    Optional<PauseStatus> pause = pauses.status(status.queue());
    Map<String, Object> details;
    if (pause.isPresent()) {
      details = describe(PAUSED, pause.get().lasting());
      details.put("problem", pause.get().toString());
      numbers.giveUp(); // where they are kept is away as well, most likely, and would be waited for
    } else {
      details = describe(status.state().name(), status.lasting());
    }
    if (status.state() == ConsumerStatus.State.CONSUMING) {
      held.addTo(details, status.queue(), numbers);
    } else {
      status.lastProblem().ifPresent(problem -> details.putIfAbsent("problem", problem));
    }
    details.put("inHand", status.inHand());
    return details;
  }

  private Map<String, Object> describe(String state, Duration lasting) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", state);
    details.put(
        "since", clock.instant().minus(lasting).truncatedTo(ChronoUnit.SECONDS).toString());
    return details;
  }
}
