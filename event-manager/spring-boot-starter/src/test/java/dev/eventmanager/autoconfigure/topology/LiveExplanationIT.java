package dev.eventmanager.autoconfigure.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.eventmanager.explain.Explainer;
import dev.eventmanager.explain.KeyExplanation;
import dev.eventmanager.rabbit.management.ManagementApi;
import dev.eventmanager.rabbit.topology.LiveRouting;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is explained against what the broker does. */
@WithBroker(BrokerKind.RABBITMQ)
class LiveExplanationIT {

  private static final int QUEUES = 12;
  private static final int KEYS = 300;

  private final Random random = new Random(4711);

  @Test
  void saysOfEveryKeyTheQueuesThatTheBrokerRoutesItTo(VirtualHost host) throws Exception {
    try (Connection connection = host.connectionFactory().newConnection();
        Channel channel = connection.createChannel()) {
      channel.exchangeDeclare("order", BuiltinExchangeType.TOPIC, true);
      for (int i = 0; i < QUEUES; i++) {
        channel.queueDeclare("q" + i, true, false, false, Map.of());
        channel.queueBind("q" + i, "order", words(List.of("a", "b", "*", "#")));
        channel.queueBind("q" + i, "order", words(List.of("a", "b", "*", "*")));
      }
      Explainer explainer =
          new Explainer(LiveRouting.of(new ManagementApi(Management.of(host)).read(), Set.of()));
      channel.confirmSelect();
      for (int i = 0; i < KEYS; i++) {
        String key = words(List.of("a", "b", "c"));
        channel.basicPublish("order", key, new BasicProperties(), new byte[0]);
        channel.waitForConfirmsOrDie();

        assertThat(reached(explainer.key("order", key))).as(key).isEqualTo(gotOne(channel));
      }
    }
  }

  private static Set<String> reached(KeyExplanation explanation) {
    return explanation.queues().stream()
        .filter(KeyExplanation.Queue::reached)
        .map(KeyExplanation.Queue::queue)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> gotOne(Channel channel) throws Exception {
    Set<String> queues = new TreeSet<>();
    for (int i = 0; i < QUEUES; i++) {
      if (channel.basicGet("q" + i, true) != null) {
        queues.add("q" + i);
      }
    }
    return queues;
  }

  private String words(List<String> from) {
    return IntStream.range(0, 1 + random.nextInt(4))
        .mapToObj(i -> from.get(random.nextInt(from.size())))
        .collect(Collectors.joining("."));
  }
}
