package dev.eventmanager.bridge;

import dev.eventmanager.bridge.settings.BridgeProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** Mirrors exchanges of RabbitMQ to SQS FIFO queues until it is stopped. */
@SpringBootConfiguration
@EnableAutoConfiguration
// The operations are served at the management port: found here, they would stand open on the other.
@ComponentScan(
    excludeFilters =
        @Filter(type = FilterType.REGEX, pattern = "dev\\.eventmanager\\.bridge\\.operate\\..*"))
@EnableConfigurationProperties(BridgeProperties.class)
public class BridgeApplication {

  /** Starts the bridge with the settings {@code bridge.*} and {@code spring.rabbitmq.*}. */
  public static void main(String[] arguments) {
    SpringApplication.run(BridgeApplication.class, arguments);
  }
}
