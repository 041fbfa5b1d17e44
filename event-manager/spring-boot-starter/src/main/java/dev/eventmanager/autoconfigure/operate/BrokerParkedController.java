package dev.eventmanager.autoconfigure.operate;

import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import dev.eventmanager.rabbit.topology.Topology;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells of a service without a database how many events are parked, and where. It shows none: to
 * look at a message on a queue is to take it and give it back, which RabbitMQ counts as a delivery.
 */
@RestController
@RequestMapping(ParkedEndpoint.PATH)
final class BrokerParkedController implements GuardedController {

  private static final String NOTE =
      "This service has no database, so parked events are messages on the queues named here, each"
          + " with its reason in the headers parked:reason and parked:explanation. Nothing holds"
          + " their keys back: later events of them are handled meanwhile, and what is put back comes"
          + " after those. Look at them with \"rabbitmqadmin get queue=<parkedQueue> count=10\"; once"
          + " the cause is removed, move them with a shovel from <parkedQueue> to <queue>.";

  private final EventConsumers consumers;
  private final ParkedEvents parkedEvents;

  BrokerParkedController(EventConsumers consumers, ParkedEvents parkedEvents) {
    this.consumers = consumers;
    this.parkedEvents = parkedEvents;
  }

  /** Where parked events stand. */
  record Parked(List<ParkedQueue> queues, String note) {}

  /** How many stand on a queue. */
  record ParkedQueue(String queue, String parkedQueue, long events) {}

  @GetMapping
  Parked count() {
    return new Parked(
        consumers.status().stream().map(ConsumerStatus::queue).map(this::count).toList(), NOTE);
  }

  private ParkedQueue count(String queue) {
    return new ParkedQueue(queue, Topology.parkedQueue(queue), parkedEvents.count(queue));
  }

  /** What takes a database. */
  @RequestMapping("/**")
  void nothing() {
    throw Problem.notFound("%s", NOTE);
  }
}
