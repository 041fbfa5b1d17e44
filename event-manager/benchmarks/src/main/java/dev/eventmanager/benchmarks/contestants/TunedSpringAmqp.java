package dev.eventmanager.benchmarks.contestants;

import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Contestant;
import dev.eventmanager.benchmarks.run.Purchase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The most of Spring AMQP at the same guarantees: a thread publishes on one channel, which keeps its
 * order, and many confirms are under way; the direct container acknowledges a hundred at a time.
 */
final class TunedSpringAmqp implements Contestant {

  private final Semaphore room = new Semaphore(Broker.IN_FLIGHT);
  private final AtomicLong count = new AtomicLong();
  private final ConfigurableApplicationContext service;
  private final RabbitTemplate template;
  private final Place place;

  TunedSpringAmqp(Place place) {
    this.place = place;
    this.service = Services.start(
        TunedSpringAmqpService.class,
        place,
        List.of(),
        "--spring.rabbitmq.publisher-confirm-type=correlated",
        "--spring.rabbitmq.publisher-returns=true",
        "--spring.rabbitmq.template.mandatory=true",
        "--spring.rabbitmq.listener.type=direct",
        "--spring.rabbitmq.listener.direct.prefetch=" + place.broker().prefetch());
    this.template = service.getBean(RabbitTemplate.class);
    this.template.setUsePublisherConnection(true);
  }

  @Override
  public void publish(Callable<?> sending) {
    template.invoke(operations -> {
      try {
        Object result = sending.call();
        room.acquire(Broker.IN_FLIGHT); // a channel is given back with nothing unconfirmed
        room.release(Broker.IN_FLIGHT);
        return result;
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    });
  }

  @Override
  public void send(Purchase purchase) throws Exception {
    room.acquire();
    CorrelationData correlation = new CorrelationData(Long.toString(count.incrementAndGet()));
    correlation
        .getFuture()
        .whenComplete((confirm, failure) -> settled(correlation, confirm, failure));
    template.convertAndSend(place.name(), place.routingKey(), purchase, correlation);
  }

  @Override
  public void close() {
    service.close();
  }

  private void settled(
      CorrelationData correlation,
      CorrelationData.@Nullable Confirm confirm,
      @Nullable Throwable failure) {
    room.release();
    if (failure != null || confirm == null || !confirm.ack() || correlation.getReturned() != null) {
      place.receipts().fault("the broker refused or returned an event");
    }
  }
}
