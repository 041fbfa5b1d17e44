package dev.eventmanager.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBroker(BrokerKind.EMBEDDED)
class CuttableProxyTest {
  private ConnectionFactory throughProxy;
  private CuttableProxy proxy;

  @BeforeEach
  void standBetween(ConnectionFactory broker) {
    proxy = CuttableProxy.to(broker.getHost(), broker.getPort());
    throughProxy = broker.clone();
    throughProxy.setPort(proxy.port());
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  void breaksConnectionsAndRefusesNewOnesUntilItHeals() throws Exception {
    Connection broken = throughProxy.newConnection();
    CountDownLatch noticed = new CountDownLatch(1);
    broken.addShutdownListener(cause -> noticed.countDown());

    proxy.cut();
    assertThat(noticed.await(10, TimeUnit.SECONDS)).as("the client noticed").isTrue();
    assertThatThrownBy(broken::createChannel).isInstanceOf(AlreadyClosedException.class);
    assertThatThrownBy(throughProxy::newConnection).isInstanceOf(IOException.class);

    proxy.heal();
    try (Connection healed = throughProxy.newConnection()) {
      assertThat(healed.isOpen()).isTrue();
    }
  }

  @Test
  void holdsAnswersBackUntilTheyAreReleased() throws Exception {
    try (Connection connection = throughProxy.newConnection();
        var channel = connection.createChannel()) {
      CountDownLatch confirmed = new CountDownLatch(1);
      channel.confirmSelect();
      channel.addConfirmListener(
          (tag, multiple) -> confirmed.countDown(), (tag, multiple) -> confirmed.countDown());
      proxy.holdAnswers();
      channel.basicPublish("", "nowhere", null, new byte[0]);
      assertThat(confirmed.getCount()).isOne();
      proxy.releaseAnswers();
      assertThat(confirmed.await(10, TimeUnit.SECONDS)).as("confirmed").isTrue();
    }
  }
}
