package dev.eventmanager.bridge;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The bridge as its process starts it, with the settings of a test. */
final class BridgeProcess {

  private final Map<String, Object> settings = new HashMap<>();

  /** One route, named after its SQS queue. */
  BridgeProcess(URI sqs, String target, String... exchanges) {
    set("server.port", 0);
    set("logging.structured.format.console", "");
    set("bridge.sqs.endpoint", sqs);
    set("bridge.sqs.region", "eu-west-1");
    set("bridge.sqs.access-key", "test");
    set("bridge.sqs.secret-key", "test");
    set("bridge.sqs.create-queues", true);
    set("bridge.routes[0].to", target);
    for (int i = 0; i < exchanges.length; i++) {
      set("bridge.routes[0].from[%d].exchange".formatted(i), exchanges[i]);
    }
  }

  BridgeProcess set(String name, Object value) {
    settings.put(name, value);
    return this;
  }

  ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(BridgeApplication.class)
        .initializers(context -> context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("test", settings)))
        .run();
  }

  /** In a JVM of its own, which can be killed. */
  Process fork() throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dspring.rabbitmq.addresses=" + System.getProperty("spring.rabbitmq.addresses"));
    settings.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BridgeApplication.class.getName());
    return new ProcessBuilder(command).inheritIO().start();
  }

  static boolean isUp(ConfigurableApplicationContext bridge) {
    return Status.UP.equals(bridge.getBean(HealthEndpoint.class).health().getStatus());
  }
}
