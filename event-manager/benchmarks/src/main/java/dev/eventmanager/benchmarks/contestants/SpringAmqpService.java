package dev.eventmanager.benchmarks.contestants;

import dev.eventmanager.benchmarks.run.Contestant.Place;
import dev.eventmanager.benchmarks.run.Purchase;
import dev.eventmanager.benchmarks.run.Receipts;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.support.converter.JacksonJsonMessageConverter;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A service with Spring AMQP alone; what else is on the class path stays out. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration
class SpringAmqpService {

  @Bean
  TopicExchange exchange(Place place) {
    return new TopicExchange(place.name());
  }

  @Bean
  Queue queue(Place place) {
    return QueueBuilder.durable(place.name()).quorum().build();
  }

  @Bean
  Binding binding(TopicExchange exchange, Queue queue, Place place) {
    return BindingBuilder.bind(queue).to(exchange).with(place.pattern());
  }

  @Bean
  JacksonJsonMessageConverter converter() {
    return new JacksonJsonMessageConverter();
  }

  @Bean
  Handler handler(Place place) {
    return new Handler(place.receipts());
  }

  /** What a service's author writes. */
  record Handler(Receipts receipts) {

    @RabbitListener(queues = "#{place.name()}")
    void purchased(Purchase purchase) {
      receipts.received(purchase);
    }
  }
}
