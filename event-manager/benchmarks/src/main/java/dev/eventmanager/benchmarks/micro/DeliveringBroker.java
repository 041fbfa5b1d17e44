package dev.eventmanager.benchmarks.micro;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Consumer;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * What the consuming side sees of a broker, without one: connections and a channel that do nothing,
 * but for what is consumed and acknowledged. One consumer, one thread that acknowledges.
 */
final class DeliveringBroker {

  private static final long LONGEST_WAIT_SECONDS = 10;

  private final CompletableFuture<Consumer> consumer = new CompletableFuture<>();
  private final Semaphore window;
  private final Set<Long> acknowledgedSingly = new HashSet<>();
  private long acknowledgedUpTo = 0;

  private final Channel channel = standIn(Channel.class, (method, arguments) -> switch (method) {
    case "basicConsume" -> consumed((Consumer) arguments[2]);
    case "basicAck" -> acknowledged((Long) arguments[0], (Boolean) arguments[1]);
    default -> null;
  });
  private final Connection connection =
      standIn(Connection.class, (method, arguments) -> switch (method) {
        case "createChannel" -> channel;
        case "openChannel" -> Optional.of(channel);
        case "getServerProperties" -> Map.of();
        default -> null;
      });

  /**
   * A broker that is asked for nothing yet.
   *
   * @param prefetch how many deliveries may be without their acknowledgement
   */
  DeliveringBroker(int prefetch) {
    this.window = new Semaphore(prefetch);
  }

  BrokerConnections connections() {
    org.springframework.amqp.rabbit.connection.Connection spring = standIn(
        org.springframework.amqp.rabbit.connection.Connection.class,
        (method, arguments) -> method.equals("getDelegate") ? connection : null);
    ConnectionFactory factory = standIn(
        ConnectionFactory.class,
        (method, arguments) -> method.equals("createConnection") ? spring : null);
    return new BrokerConnections(factory, "nowhere");
  }

  /** Whoever consumes, as soon as it does. */
  Consumer consumer() {
    return consumer.join();
  }

  /** To be called before each delivery; waits until the window has room for it. */
  void takeRoom() throws InterruptedException {
    if (!window.tryAcquire() && !window.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("deliveries are not acknowledged any more");
    }
  }

  private String consumed(Consumer by) {
    consumer.complete(by);
    return "";
  }

  private @Nullable Object acknowledged(long tag, boolean multiple) {
    if (multiple) {
      int alone = acknowledgedSingly.size();
      acknowledgedSingly.removeIf(single -> single <= tag);
      long before = acknowledgedUpTo + alone - acknowledgedSingly.size();
      window.release((int) (tag - before));
      acknowledgedUpTo = tag;
    } else {
      acknowledgedSingly.add(tag);
      window.release();
    }
    return null;
  }

  private static <T> T standIn(Class<T> type, Answers answers) {
    InvocationHandler handler =
        (proxy, method, arguments) -> answers.to(method.getName(), arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** What a method answers, by its name. */
  @FunctionalInterface
  private interface Answers {
    @Nullable
    Object to(String method, Object[] arguments);
  }
}
