package dev.eventmanager.rabbit.consume;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.ShutdownSignalException;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many instances consume a queue, and which number this one has among them. The broker keeps
 * both, and forgets an instance with its connection: each consumes the queue {@code
 * <queue>.instances}, which stays empty, so that they can be counted; and each has one of the
 * exclusive queues {@code <queue>.seat.1}, {@code .2} and on, which no other can have with it.
 *
 * <p>On a queue with a single active consumer RabbitMQ does not count those that wait.
 *
 * <p>Not thread-safe.
 */
final class Attendance {

  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
  private static final int NONE = 0;
  private static final Map<String, Object> COUNTED = Map.of("x-queue-type", "quorum");
  private static final Map<String, Object> SEAT = Map.of("x-queue-type", "classic");

  private final String queue;
  private final BrokerConnections connections;
  private @Nullable Channel presence;
  private int seat = NONE;

  Attendance(String queue, BrokerConnections connections) {
    this.queue = queue;
    this.connections = connections;
  }

  /**
   * What this instance's share is now. Its number is the lowest that was free when it was taken, and
   * a lower one as soon as there are fewer instances than that, for then one is free.
   */
  Share share() throws IOException {
    Channel present = present();
    int instances = Math.toIntExact(present.consumerCount(counted()));
    if (seat == NONE || seat > instances) {
      takeAnother(present.getConnection());
    }
    return new Share(seat, instances);
  }

  private Channel present() throws IOException {
    Channel channel = presence;
    if (channel == null || !channel.isOpen()) {
      seat = NONE;
      channel = connections.consuming().createChannel();
      channel.queueDeclare(counted(), true, false, false, COUNTED);
      channel.basicConsume(counted(), true, new DefaultConsumer(channel));
      presence = channel;
    }
    return channel;
  }

  /** This instance does not count any more, and its number is free. */
  void leave() {
    Channel channel = presence;
    if (channel != null && channel.isOpen()) {
      try {
        giveBackSeat(channel);
        channel.close();
      } catch (IOException | TimeoutException | ShutdownSignalException lost) {
        LOG.debug("The broker finds out by itself that this instance is gone", lost);
      }
    }
  }

  private void takeAnother(Connection connection) throws IOException {
    int candidate = 1;
    while (candidate != seat && !isFree(connection, candidate)) {
      candidate++;
    }
    if (candidate != seat) {
      giveBackSeat(present());
    }
    seat = candidate;
  }

  /** If it is free, it is taken. */
  private boolean isFree(Connection connection, int candidate) throws IOException {
    try (Channel channel = connection.createChannel()) {
      channel.queueDeclare(name(candidate), false, true, false, SEAT);
      return true;
    } catch (TimeoutException late) {
      throw new IOException(late);
    } catch (IOException refused) {
      if (isTaken(refused)) {
        return false;
      }
      throw refused;
    }
  }

  private static boolean isTaken(IOException refused) {
    return refused.getCause() instanceof ShutdownSignalException shutdown
        && shutdown.getReason() instanceof AMQP.Channel.Close close
        && close.getReplyCode() == AMQP.RESOURCE_LOCKED;
  }

  private void giveBackSeat(Channel channel) throws IOException {
    if (seat != NONE) {
      channel.queueDelete(name(seat));
    }
  }

  private String counted() {
    return queue + ".instances";
  }

  private String name(int number) {
    return queue + ".seat." + number;
  }
}
