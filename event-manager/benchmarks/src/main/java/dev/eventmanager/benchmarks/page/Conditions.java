package dev.eventmanager.benchmarks.page;

import com.rabbitmq.client.impl.ClientVersion;
import dev.eventmanager.benchmarks.run.Broker;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.SpringBootVersion;

/** What belongs to every figure: the machine, and what runs on it. */
public final class Conditions {

  private Conditions() {}

  /** What the machine is busy with now. */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** A sentence on the machine and one on the versions. */
  public static String of(Spread load, Broker broker) throws Exception {
    return String.format(
        Locale.ROOT,
        "%d processors, shared by broker, publisher and consumer; load average before a run %.1f (%.1f to"
            + " %.1f). %s, amqp-client %s, Spring Boot %s, Spring AMQP %s, Java %s.",
        Runtime.getRuntime().availableProcessors(),
        load.median(),
        load.least(),
        load.most(),
        broker.version(),
        ClientVersion.VERSION,
        SpringBootVersion.getVersion(),
        RabbitTemplate.class.getPackage().getImplementationVersion(),
        Runtime.version());
  }
}
