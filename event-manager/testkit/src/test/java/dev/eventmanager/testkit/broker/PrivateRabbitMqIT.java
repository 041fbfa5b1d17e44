package dev.eventmanager.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateRabbitMqIT {
  private PrivateRabbitMq broker;

  @BeforeAll
  void start() {
    Optional<Path> server = PrivateRabbitMq.findServer();
    assumeThat(server).as("a rabbitmq-server on this machine").isPresent();
    broker = PrivateRabbitMq.start(server.orElseThrow());
  }

  @AfterAll
  void stop() {
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void keepsWhatIsDurableThroughACrash() throws Exception {
    try (VirtualHost virtualHost = broker.openVirtualHost("crash")) {
      publishConfirmed(virtualHost, "kept");
      broker.crashAndRestart();
      try (Connection connection = virtualHost.connectionFactory().newConnection();
          Channel channel = connection.createChannel()) {
        assertThat(channel.basicGet("kept", true).getBody()).asString().isEqualTo("kept");
      }
    }
  }

  @Test
  void keepsVirtualHostsApart() throws Exception {
    try (VirtualHost one = broker.openVirtualHost("apart");
        VirtualHost other = broker.openVirtualHost("apart")) {
      publishConfirmed(one, "only_here");
      try (Connection connection = other.connectionFactory().newConnection();
          Channel channel = connection.createChannel()) {
        assertThat(channel.queueDeclare("only_here", true, false, false, null).getMessageCount())
            .isZero();
      }
    }
  }

  @Test
  void leavesNoProcessBehind() {
    List<Long> before = children();
    PrivateRabbitMq another = PrivateRabbitMq.start(PrivateRabbitMq.findServer().orElseThrow());
    assertThat(children()).hasSizeGreaterThan(before.size());
    another.close();
    assertThat(children()).isEqualTo(before);
  }

  private static List<Long> children() {
    return ProcessHandle.current()
        .descendants()
        .map(ProcessHandle::pid)
        .sorted()
        .collect(Collectors.toList());
  }

  private static void publishConfirmed(VirtualHost virtualHost, String queue) throws Exception {
    try (Connection connection = virtualHost.connectionFactory().newConnection();
        Channel channel = connection.createChannel()) {
      channel.queueDeclare(queue, true, false, false, null);
      channel.confirmSelect();
      channel.basicPublish(
          "",
          queue,
          true,
          MessageProperties.PERSISTENT_BASIC,
          queue.getBytes(StandardCharsets.UTF_8));
      channel.waitForConfirmsOrDie(10_000);
    }
  }
}
