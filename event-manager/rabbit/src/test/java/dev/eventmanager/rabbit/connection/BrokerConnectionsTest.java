package dev.eventmanager.rabbit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

class BrokerConnectionsTest {

  private final ConnectionFactory client = new ConnectionFactory();

  @Test
  void doesNotWaitMinutesForABrokerThatIsFrozen() {
    new BrokerConnections(new CachingConnectionFactory(client));

    assertThat(client.getChannelRpcTimeout()).isEqualTo(30_000);
  }

  @Test
  void waitsAsLongAsItIsTold() {
    client.setChannelRpcTimeout(60_000);

    new BrokerConnections(new CachingConnectionFactory(client));

    assertThat(client.getChannelRpcTimeout()).isEqualTo(60_000);
  }
}
