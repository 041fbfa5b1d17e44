package dev.eventmanager.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

  @Test
  void breaksAConnectionAmidAFrame() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CuttableProxy between = CuttableProxy.to("127.0.0.1", server.getLocalPort());
        Socket client = new Socket("127.0.0.1", between.port());
        Socket accepted = server.accept()) {
      client.getOutputStream().write(1); // both ends are linked once this has come through
      assertThat(accepted.getInputStream().read()).isOne();

      between.cutAfter(70);
      client.getOutputStream().write(new byte[100]);

      assertThat(accepted.getInputStream().readAllBytes()).hasSize(70);
    }
  }
}
