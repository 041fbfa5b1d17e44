package dev.eventmanager.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What there is to set. The connection to RabbitMQ is Spring Boot's: {@code spring.rabbitmq.*}.
 *
 * @param service Name of this service: the source of its events and the first word of its queues.
 *     Without it, spring.application.name, less a trailing "-service".
 * @param maxBodySize Largest body of an event that is published or handled.
 * @param publisher Publishing.
 * @param consumer Handling.
 * @param queues Single queues, by name.
 * @param topology What the service declares on the broker, against what stands there.
 * @param outbox Events that wait for their transaction and for the broker, in the service's
 *     database.
 * @param inbox Events that were handled, remembered in the service's database.
 */
@ConfigurationProperties("event-manager")
public record EventManagerProperties(
    @Nullable String service,
    @DefaultValue("1MB") DataSize maxBodySize,
    @DefaultValue Publisher publisher,
    @DefaultValue Consumer consumer,
    @DefaultValue Map<String, Queue> queues,
    @DefaultValue Topology topology,
    @DefaultValue Outbox outbox,
    @DefaultValue Inbox inbox) {

  /**
   * Publishing.
   *
   * @param maxInFlight How many events may await the broker's confirm before publishing waits.
   * @param confirmTimeout How long the broker's confirm is awaited, through lost connections too.
   *     Then the outcome is unknown, or, where the event was never sent, that it was not.
   */
  public record Publisher(
      @DefaultValue("1000") int maxInFlight,
      @DefaultValue("30s") Duration confirmTimeout) {}

  /**
   * Handling.
   *
   * @param concurrency How many events are handled at once in this process. Keep it below the size
   *     of the connection pool, for requests and the outbox need connections too.
   * @param prefetch How many events a queue may have delivered to this process and not yet
   *     acknowledged. They have to fit into its memory.
   * @param handlerTimeout How long a handler may take. At this limit its thread is interrupted, its
   *     transaction is not committed, and the attempt has failed; where the handler does not even
   *     end then, the event is parked. Keep it well below the half hour after which RabbitMQ closes
   *     the channel of a consumer that does not acknowledge.
   * @param shutdownTimeout How long a stopping service waits for the events in hand.
   * @param retry What happens to an event whose handler fails.
   */
  public record Consumer(
      @DefaultValue("8") int concurrency,
      @DefaultValue("500") int prefetch,
      @DefaultValue("5m") Duration handlerTimeout,
      @DefaultValue("20s") Duration shutdownTimeout,
      @DefaultValue Retry retry) {

    /** Without threads, or time, nothing would ever be handled. */
    public Consumer {
      if (concurrency < 1) {
        throw new IllegalArgumentException(
            "event-manager.consumer.concurrency is %d and must be at least 1"
                .formatted(concurrency));
      }
      if (handlerTimeout.isZero() || handlerTimeout.isNegative()) {
        throw new IllegalArgumentException(
            "event-manager.consumer.handler-timeout is %s and must be longer than nothing"
                .formatted(handlerTimeout));
      }
    }
  }

  /**
   * What happens to an event whose handler fails.
   *
   * @param maxAttempts How often its handler is called at most, before the event is parked.
   * @param quickAttempts How many of these follow each other in the event's lane. With a database
   *     the event then waits there for the others, so that it takes no room from other keys.
   * @param initialDelay Wait before the second attempt.
   * @param multiplier By how much each further wait is longer.
   * @param maxDelay Longest wait.
   * @param notRetried Classes of exceptions, thrown or among the causes, for which a further attempt
   *     is useless: the event is parked at once. PermanentFailureException is always one of them.
   * @param pausing Classes of exceptions, thrown or among the causes, which say that something is
   *     away that every event of the queue needs: the queue pauses until an event passes, and the
   *     attempts do not count. A database that is away always is one of them.
   */
  public record Retry(
      @DefaultValue("5") int maxAttempts,
      @DefaultValue("3") int quickAttempts,
      @DefaultValue("100ms") Duration initialDelay,
      @DefaultValue("3") double multiplier,
      @DefaultValue("10s") Duration maxDelay,
      @DefaultValue List<String> notRetried,
      @DefaultValue List<String> pausing) {}

  /**
   * A queue.
   *
   * @param partitions In how many parts the broker keeps it, by ordering key, so that as many
   *     instances of the service can share it. Not to be changed on a queue that is in use.
   */
  public record Queue(@DefaultValue("1") int partitions) {

    /** An event has to go somewhere. */
    public Queue {
      if (partitions < 1) {
        throw new IllegalArgumentException(
            "event-manager.queues.*.partitions is %d and must be at least 1".formatted(partitions));
      }
    }
  }

  /**
   * What the service declares on the broker, against what stands there.
   *
   * @param drift What a starting service does about bindings of its queues that it does not declare.
   * @param managementUrl Address of RabbitMQ's management plugin, such as http://localhost:15672.
   *     Without it, port 15672 of the broker where that is on port 5672 without TLS, else none.
   * @param managementUser User of the management plugin; without it, that of the connection.
   * @param managementPassword Its password; without it, that of the connection.
   */
  public record Topology(
      @DefaultValue("report") Drift drift,
      @Nullable String managementUrl,
      @Nullable String managementUser,
      @Nullable String managementPassword) {

    /** Without the password, for it might be logged. */
    @Override
    public String toString() {
      return "drift %s, management plugin at %s".formatted(drift, managementUrl);
    }
  }

  /** What to do about bindings that are not declared. */
  public enum Drift {
    /** Say so in the log, and start. */
    REPORT,
    /** Say so, and do not start. */
    REFUSE
  }

  /**
   * Events that wait for their transaction and for the broker.
   *
   * @param enabled Whether an event that is published in a transaction joins it. Needs a
   *     DataSource.
   */
  public record Outbox(@DefaultValue("true") boolean enabled) {}

  /**
   * Events that were handled.
   *
   * @param enabled Whether a handler runs in a transaction that remembers the event. Needs a
   *     DataSource.
   * @param retention How long an event is remembered; one that is delivered again later is handled
   *     again.
   */
  public record Inbox(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("7d") Duration retention) {}
}
