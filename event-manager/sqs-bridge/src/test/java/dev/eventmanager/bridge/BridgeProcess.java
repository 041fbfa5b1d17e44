package dev.eventmanager.bridge;

import dev.eventmanager.bridge.fixture.Operator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The bridge as its process starts it, with the settings of a test. */
final class BridgeProcess {

  private final Map<String, Object> settings = new HashMap<>();
  private Clock clock = Clock.systemUTC();

  private BridgeProcess(URI sqs, String data) {
    set("server.port", 0);
    set("management.server.port", 0);
    set("bridge.data", Path.of("target", "bridge-data", data).toAbsolutePath().toString());
    set("logging.structured.format.console", "");
    set("bridge.sqs.endpoint", sqs);
    set("bridge.sqs.region", "eu-west-1");
    set("bridge.sqs.access-key", "test");
    set("bridge.sqs.secret-key", "test");
    set("bridge.sqs.create-queues", true);
  }

  /** One route, named after its SQS queue. */
  BridgeProcess(URI sqs, String target, String... exchanges) {
    this(sqs, target);
    set("bridge.routes[0].to", target);
    for (int i = 0; i < exchanges.length; i++) {
      set("bridge.routes[0].from[%d].exchange".formatted(i), exchanges[i]);
    }
  }

  /** One that mirrors nothing, with its embedded database in a folder of this name. */
  static BridgeProcess withoutRoutes(URI sqs, String data) {
    return new BridgeProcess(sqs, data);
  }

  BridgeProcess set(String name, Object value) {
    settings.put(name, value);
    return this;
  }

  /** Goes by this clock; where it is forked, by that of the machine. */
  BridgeProcess with(Clock other) {
    clock = other;
    return this;
  }

  /** Somebody who may look after what it parks. */
  BridgeProcess withOperator() {
    return set("event-manager.operations.users[0].name", Operator.NAME)
        .set("event-manager.operations.users[0].password", "{noop}" + Operator.PASSWORD)
        .set("event-manager.operations.users[0].roles", "EVENT_OPERATOR");
  }

  ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(BridgeApplication.class)
        .initializers(context -> context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("test", settings)))
        .initializers((GenericApplicationContext context) ->
            context.registerBean("clockOfTheTest", Clock.class, () -> clock))
        .run();
  }

  /** In a JVM of its own, which can be killed. */
  Process fork() throws IOException {
    return fork(ProcessBuilder.Redirect.INHERIT);
  }

  /** As {@link #fork()}, with its output going somewhere else. */
  Process fork(ProcessBuilder.Redirect output) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dspring.rabbitmq.addresses=" + System.getProperty("spring.rabbitmq.addresses"));
    settings.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BridgeApplication.class.getName());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output)
        .start();
  }

  /** How many events it has mirrored on all its routes. */
  static double sent(ConfigurableApplicationContext bridge) {
    return bridge.getBean(MeterRegistry.class).get("bridge.events.sent").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  static boolean isUp(ConfigurableApplicationContext bridge) {
    return Status.UP.equals(bridge.getBean(HealthEndpoint.class).health().getStatus());
  }
}
