package dev.eventmanager.testkit.rabbit;

import static dev.eventmanager.testkit.rabbit.BusFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.PublishOutcome.Confirmed;
import dev.eventmanager.PublishOutcome.NotSent;
import dev.eventmanager.PublishOutcome.Rejected;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.rabbit.publish.TransportStatus.State;
import dev.eventmanager.rabbit.topology.TopologyKeeper;
import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a broker's operator, or its trouble, does to a service, and how the service comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryIT {

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private PrivateRabbitMq broker;
  private VirtualHost virtualHost;
  private BusFixture bus;
  private RabbitTransport transport;
  private QueueConsumers consumer;
  private HandledEvents handled;
  private int sent;

  @BeforeAll
  void startBroker() {
    Optional<Path> server = PrivateRabbitMq.findServer();
    assumeThat(server).as("a rabbitmq-server on this machine").isPresent();
    broker = PrivateRabbitMq.start(server.orElseThrow());
  }

  @AfterAll
  void stopBroker() {
    if (broker != null) {
      broker.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    virtualHost = broker.openVirtualHost("recovery");
    bus = new BusFixture(virtualHost, client -> client.setRequestedHeartbeat(1));
    handled = new HandledEvents();
    sent = 0;
    transport = bus.transport(bus.publishSettings().confirmTimeout(PATIENCE).build());
    consumer = bus.consumer(delivery -> {
      handled.add(delivery.event());
      return CompletableFuture.completedFuture(null);
    });
    awaitEventsFlow();
  }

  @AfterEach
  void close() throws Exception {
    bus.close();
    virtualHost.close();
  }

  @Test
  void waitsOutTheBrokersAlarmsWhileConsumingGoesOn() {
    broker.control("set_vm_memory_high_watermark", "0.000001");
    broker.control("set_disk_free_limit", "1000GB");
    try {
      await().until(() -> send() instanceof NotSent);
      assertThat(transport.status().state()).isEqualTo(State.BLOCKED);
      assertThat(transport.status().problem()).get().asString().contains("low on", "free memory");
      assertThat(consumer.status().state()).isEqualTo(ConsumerStatus.State.CONSUMING);

      broker.control("set_vm_memory_high_watermark", "0.4");
      assertThat(send()).isInstanceOf(NotSent.class);
    } finally {
      broker.control("set_vm_memory_high_watermark", "0.4");
      broker.control("set_disk_free_limit", "50MB");
    }

    awaitEventsFlow();
    assertThat(transport.status().state()).isEqualTo(State.PUBLISHING);
  }

  @Test
  void comesBackWhenAnOperatorHasClosedItsConnections() {
    closeConnections("maintenance");

    awaitEventsFlow();
    assertThat(consumer.status().lastProblem()).get().asString().contains("maintenance");
  }

  @Test
  void keepsTryingWhileItsPasswordIsRefused() {
    broker.control("change_password", "guest", "another");
    closeConnections("credentials");
    try {
      awaitProblem("Login was refused", "spring.rabbitmq.password");
    } finally {
      broker.control("change_password", "guest", "guest");
    }

    awaitEventsFlow();
  }

  @Test
  void comesBackWhenItsVirtualHostDoes() {
    String name = virtualHost.uri().getPath().substring(1);
    broker.control("delete_vhost", name);
    try {
      awaitProblem(name + " not found", "rabbitmqctl add_vhost");
    } finally {
      broker.control("add_vhost", name);
      broker.control("set_permissions", "-p", name, "guest", ".*", ".*", ".*");
    }

    awaitEventsFlow();
  }

  @Test
  void saysWhatItIsNotAllowedAndGoesOnOnceItIs() {
    String name = virtualHost.uri().getPath().substring(1);
    broker.control("set_permissions", "-p", name, "guest", "^$", "^$", "^$");
    closeConnections("permissions");
    try {
      await().until(() -> problem(consumer).contains("ACCESS_REFUSED"));
      assertThat(problem(consumer)).contains(bus.queue, "allow this user");
      await()
          .until(() -> send() instanceof Rejected rejected
              && rejected.reason().contains("allow this user to publish to it"));
    } finally {
      broker.control("set_permissions", "-p", name, "guest", ".*", ".*", ".*");
    }

    awaitEventsFlow();
  }

  @Test
  void noticesAFrozenBrokerByItsHeartbeatAndLeavesNobodyWaiting() {
    broker.freeze();
    try {
      assertThat(send().isSafe()).isFalse();
      await().until(() -> consumer.status().state() == ConsumerStatus.State.CONNECTING);
      await().until(() -> transport.status().state() == State.CONNECTING);
      assertThat(send()).isInstanceOf(NotSent.class);
    } finally {
      broker.thaw();
    }

    awaitEventsFlow();
  }

  @Test
  void bringsBackAnExchangeThatWasDeletedWithItsBindings() throws Exception {
    try (TopologyKeeper keeper = TopologyKeeper.keep(bus.topology, Duration.ofMillis(300))) {
      bus.plain.exchangeDelete(bus.exchange);

      awaitEventsFlow();
    }
  }

  private void closeConnections(String reason) {
    broker.control("close_all_connections", "--global", reason);
  }

  private PublishOutcome send() {
    return transport.send(bus.event("key-" + sent, sent++)).join();
  }

  private void awaitProblem(String... words) {
    await().until(() -> !send().isSafe());
    await()
        .untilAsserted(
            () -> assertThat(transport.status().problem()).get().asString().contains(words));
    await().untilAsserted(() -> assertThat(problem(consumer)).contains(words));
    assertThat(consumer.status().state()).isEqualTo(ConsumerStatus.State.CONNECTING);
  }

  private static String problem(QueueConsumers consumer) {
    return consumer.status().lastProblem().orElse("");
  }

  private void awaitEventsFlow() {
    await().until(() -> send() instanceof Confirmed);
    int before = handled.distinct();
    await().until(() -> send() instanceof Confirmed && handled.distinct() > before);
    assertThat(consumer.status().state()).isEqualTo(ConsumerStatus.State.CONSUMING);
  }
}
