package dev.eventmanager.bridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Mirrors exchanges of RabbitMQ to SQS FIFO queues until it is stopped. */
@SpringBootApplication
@EnableConfigurationProperties(BridgeProperties.class)
public class BridgeApplication {

  /** Starts the bridge with the settings {@code bridge.*} and {@code spring.rabbitmq.*}. */
  public static void main(String[] arguments) {
    SpringApplication.run(BridgeApplication.class, arguments);
  }
}
