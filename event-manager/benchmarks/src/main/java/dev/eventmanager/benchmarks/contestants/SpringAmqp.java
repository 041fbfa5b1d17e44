package dev.eventmanager.benchmarks.contestants;

import dev.eventmanager.benchmarks.run.Contestant;
import dev.eventmanager.benchmarks.run.Purchase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;

/** Spring AMQP as its reference documentation shows it: each send waits for its confirm. */
public final class SpringAmqp implements Contestant {

  private static final int SECONDS_TO_CONFIRM = 10;

  private final ConfigurableApplicationContext service;
  private final RabbitTemplate template;
  private final Place place;

  public SpringAmqp(Place place) {
    this.place = place;
    this.service = Services.start(
        SpringAmqpService.class,
        place,
        List.of(),
        "--spring.rabbitmq.publisher-confirm-type=correlated",
        "--spring.rabbitmq.publisher-returns=true",
        "--spring.rabbitmq.template.mandatory=true",
        "--spring.rabbitmq.listener.simple.prefetch=" + place.broker().prefetch());
    this.template = service.getBean(RabbitTemplate.class);
  }

  @Override
  public void send(Purchase purchase) throws Exception {
    CorrelationData correlation = new CorrelationData();
    template.convertAndSend(place.name(), place.routingKey(), purchase, correlation);
    boolean taken =
        correlation.getFuture().get(SECONDS_TO_CONFIRM, TimeUnit.SECONDS).ack();
    if (!taken || correlation.getReturned() != null) {
      place.receipts().fault("the broker refused or returned an event");
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
