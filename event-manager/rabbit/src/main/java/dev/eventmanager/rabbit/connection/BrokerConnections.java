package dev.eventmanager.rabbit.connection;

import com.rabbitmq.client.Connection;
import java.util.Optional;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * The two connections of a process: a broker that holds publishers back must not hold back the
 * acknowledgements of consumers with them. Thread-safe.
 *
 * <p>Addresses, credentials, TLS and connection names are those of the Spring connection factory,
 * which also owns the connections and closes them.
 */
public final class BrokerConnections {

  private static final String RABBITMQ = "RabbitMQ";
  private static final int ANSWER_TIMEOUT_MILLIS = 30_000;
  private static final int LARGEST_BODY_BYTES = 512 * 1024 * 1024;

  private final ConnectionFactory consuming;
  private final ConnectionFactory publishing;
  private final String addresses;
  private final Cork cork;

  /** The connections of a factory that knows one address. */
  public BrokerConnections(ConnectionFactory factory) {
    this(factory, factory.getHost() + ":" + factory.getPort());
  }

  /**
   * The connections of a factory; its publisher connection factory, if it has one, publishes.
   *
   * @param addresses of the broker, for people to read
   */
  public BrokerConnections(ConnectionFactory factory, String addresses) {
    this.addresses = addresses;
    this.consuming = factory;
    this.publishing =
        Optional.ofNullable(factory.getPublisherConnectionFactory()).orElse(factory);
    if (factory instanceof AbstractConnectionFactory configurable) {
      takeWhateverTheBrokerTakes(configurable.getRabbitConnectionFactory());
      waitNoLongerThanNeeded(configurable.getRabbitConnectionFactory());
      this.cork = corkOf(configurable.getRabbitConnectionFactory());
    } else {
      this.cork = new Cork();
    }
  }

  /** Sockets for TLS, and those of somebody else, stay as they are: a cork does nothing to them. */
  private static Cork corkOf(com.rabbitmq.client.ConnectionFactory client) {
    if (client.getSocketFactory() instanceof CorkableSockets sockets) {
      return sockets.cork();
    }
    Cork cork = new Cork();
    if (client.getSocketFactory() == null && !client.isSSL()) {
      client.setSocketFactory(new CorkableSockets(cork));
    }
    return cork;
  }

  /**
   * The client waits ten minutes for an answer if nothing is set: so long would health and closing
   * hang on a broker that is frozen. RabbitMQ itself gives up on what it does after half a minute.
   */
  private static void waitNoLongerThanNeeded(com.rabbitmq.client.ConnectionFactory client) {
    int unset = com.rabbitmq.client.ConnectionFactory.DEFAULT_CHANNEL_RPC_TIMEOUT;
    if (client.getChannelRpcTimeout() == unset) {
      client.setChannelRpcTimeout(ANSWER_TIMEOUT_MILLIS);
    }
  }

  /**
   * The client breaks the connection over a body above 64 MiB, and would do so for ever, for the
   * broker delivers it again; the broker takes up to twice that, and eight times if told to.
   */
  private static void takeWhateverTheBrokerTakes(com.rabbitmq.client.ConnectionFactory client) {
    client.setMaxInboundMessageBodySize(LARGEST_BODY_BYTES);
  }

  /**
   * The connection for publishing, opened if it is not open.
   *
   * @throws NoConnectionException if the broker cannot be reached or refuses
   */
  public Connection publishing() {
    return open(publishing);
  }

  /**
   * The connection for consuming and declaring, opened if it is not open.
   *
   * @throws NoConnectionException if the broker cannot be reached or refuses
   */
  public Connection consuming() {
    return open(consuming);
  }

  /** Has what a thread writes on one of these connections go together. */
  public Cork cork() {
    return cork;
  }

  private Connection open(ConnectionFactory factory) {
    try {
      return factory.createConnection().getDelegate();
    } catch (RuntimeException refused) {
      throw new NoConnectionException(addresses, refused);
    }
  }

  /** Why a broker could not be reached or used, and what to do about it, in a line. */
  public static String reasonOf(Throwable failure) {
    return failure instanceof NoConnectionException
        ? String.valueOf(failure.getMessage())
        : Diagnosis.of(failure);
  }

  /** Whether RabbitMQ is at the other end, by its own word; the embedded broker is not. */
  public static boolean isRabbitMq(Connection connection) {
    return RABBITMQ.equals(String.valueOf(connection.getServerProperties().get("product")));
  }
}
