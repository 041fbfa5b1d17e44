package dev.eventmanager.benchmarks.contestants;

import dev.eventmanager.benchmarks.run.Broker;
import org.springframework.amqp.rabbit.config.ContainerCustomizer;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The same service, whose container acknowledges many together. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(SpringAmqpService.class)
class TunedSpringAmqpService {

  @Bean
  ContainerCustomizer<DirectMessageListenerContainer> acknowledgeTogether() {
    return container -> container.setMessagesPerAck(Broker.ACKS_TOGETHER);
  }
}
