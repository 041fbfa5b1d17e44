package dev.eventmanager.benchmarks.bridge;

import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.bridge.BridgeApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.MapPropertySource;

/**
 * The bridge as its process runs it, with every part and default, but in this JVM: so it is as warm
 * as what it is compared with. One route, from one exchange to one queue.
 */
final class BridgeUnderTest implements AutoCloseable {

  private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(5);

  private final ConfigurableApplicationContext context;
  private final SmartLifecycle routes;

  private BridgeUnderTest(ConfigurableApplicationContext context) {
    this.context = context;
    this.routes = context.getBean("bridge", SmartLifecycle.class);
  }

  /**
   * Starts it, and with it its route.
   *
   * @param name of its exchange, its RabbitMQ queue and, with {@code .fifo}, its SQS queue
   * @param database the settings of its database
   */
  static BridgeUnderTest start(
      Machine machine, SqsProcess sqs, String name, Map<String, Object> database) throws Exception {
    machine.deleteQueue(name);
    Map<String, Object> settings = new HashMap<>(database);
    settings.put("server.port", 0);
    settings.put("management.server.port", 0);
    settings.put("spring.main.banner-mode", "off");
    settings.put("spring.jmx.enabled", false);
    settings.put("logging.structured.format.console", "");
    settings.put("logging.config", "classpath:logback.xml");
    settings.put("spring.rabbitmq.addresses", machine.rabbitmq().toString());
    settings.put("bridge.sqs.endpoint", sqs.endpoint());
    settings.put("bridge.sqs.region", SqsProcess.REGION);
    settings.put("bridge.sqs.access-key", SqsProcess.KEY);
    settings.put("bridge.sqs.secret-key", SqsProcess.KEY);
    settings.put("bridge.sqs.create-queues", true);
    settings.put("bridge.routes[0].to", name + ".fifo");
    settings.put("bridge.routes[0].queue", name);
    settings.put("bridge.routes[0].from[0].exchange", name);
    return new BridgeUnderTest(new SpringApplicationBuilder(BridgeApplication.class)
        .initializers(starting -> starting
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("benchmark", settings)))
        .run());
  }

  /** Lets the broker gather events from now on. */
  void pause() {
    routes.stop();
  }

  void resume() {
    routes.start();
  }

  /** How many events it has mirrored since it started. */
  long sent() {
    return counted("sent");
  }

  /** Of so many events that something happened, by the name of the metric. */
  long counted(String what) {
    MeterRegistry meters = context.getBean(MeterRegistry.class);
    return (long) meters.find("bridge.events." + what).counters().stream()
        .mapToDouble(each -> each.count())
        .sum();
  }

  /** Returns once it has mirrored so many. */
  void awaitSent(long count) throws InterruptedException {
    long seen = sent();
    long since = System.nanoTime();
    while (seen < count) {
      TimeUnit.MILLISECONDS.sleep(20);
      long now = sent();
      if (now != seen) {
        seen = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > LONGEST_PAUSE) {
        throw new IllegalStateException(
            "%d of %d are mirrored, and no more".formatted(seen, count));
      }
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
