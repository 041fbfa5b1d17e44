package dev.eventmanager.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The users of deploy/compose may do what their services need, and nothing that is another's. */
class ComposeDefinitionsIT {

  private static final String IN_MEMORY =
      "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";

  private static ComposedRabbitMq broker;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Optional<Path> server = PrivateRabbitMq.findServer();
    assumeTrue(server.isPresent(), "needs a rabbitmq-server on this machine");
    broker = ComposedRabbitMq.start(server.get());
  }

  @AfterAll
  static void stop() {
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void orderMayPublishOrderEvents() {
    assertThatCode(() -> publish("order", "order", "order.v2.submit")).doesNotThrowAnyException();
  }

  @Test
  void billingMayNotPublishOnTheExchangeOfOrder() {
    assertThatThrownBy(() -> publish("billing", "order", "order.v2.submit"))
        .hasStackTraceContaining("ACCESS_REFUSED")
        .hasStackTraceContaining("exchange 'order'");
  }

  @Test
  void billingMayNotPublishAnOrderEventOnItsOwnExchange() {
    assertThatThrownBy(() -> publish("billing", "billing", "order.v2.submit"))
        .hasStackTraceContaining("ACCESS_REFUSED")
        .hasStackTraceContaining("topic 'order.v2.submit'");
  }

  @Test
  void billingMayNotBringAnEventToAQueueOfOrderBehindTheExchange() {
    assertThatThrownBy(() -> publish("billing", "", "order_billing"))
        .hasStackTraceContaining("ACCESS_REFUSED");
  }

  @Test
  void theWholeShopRunsEachServiceUnderItsOwnUser() throws InterruptedException {
    try (ShopUnderTest shop = ShopUnderTest.start(
        Optional.of(broker.uri("bridge")),
        Optional.empty(),
        Map.of(
            "order-service", as("order"),
            "billing-service", as("billing"),
            "logistic-service", as("logistic")))) {
      long id = shop.client().place("c-1001", "tea", 2);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> shop.client().statusOf(id), "DISPATCHED"::equals);
      shop.client().delivered(id);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> shop.client().statusOf(id), "DELIVERED"::equals);
      assertThat(shop.sqs().listQueues().queueUrls()).contains(shop.mirrorUrl());
    }
  }

  private static Map<String, String> as(String user) {
    return Map.of(
        "SPRING_RABBITMQ_ADDRESSES", broker.uri(user).toString(),
        "SPRING_DATASOURCE_URL", IN_MEMORY.formatted(user));
  }

  private static void publish(String user, String exchange, String routingKey) throws Exception {
    try (Connection connection = broker.connectionFactory(user).newConnection();
        Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish(exchange, routingKey, new AMQP.BasicProperties(), new byte[0]);
      channel.waitForConfirmsOrDie(10_000);
    }
  }
}
