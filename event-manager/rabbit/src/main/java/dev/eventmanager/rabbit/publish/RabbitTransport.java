package dev.eventmanager.rabbit.publish;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.connection.NamedThreads;
import dev.eventmanager.rabbit.message.EventMessageWriter;
import dev.eventmanager.transport.EventTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Sends events to RabbitMQ, persistent, mandatory and confirmed. Thread-safe.
 *
 * <p>An ordering key always takes the same channel, and so its events arrive in the order they were
 * sent in. Many may be under way at once; beyond {@link PublishSettings#maxInFlight} the caller
 * waits, and is told {@link PublishOutcome.NotSent} if no room comes up in time.
 *
 * <p>When the connection is lost it comes back by itself, and what has no answer yet is sent again
 * in its order before anything newer: an event may then be on its queues twice, under one id. What
 * the broker refuses is never sent again; that is for the caller to decide.
 *
 * <p>Outcomes are told on threads of the transport's own.
 */
public final class RabbitTransport implements EventTransport, AutoCloseable {

  private static final String DEFAULT_EXCHANGE = "";
  private static final int LONGEST_NAME_BYTES = 255;
  private static final int MOST_BYTES_PER_CHAR = 3;
  private static final long MOMENT_FOR_A_RETURN_MILLIS = 500;
  private static final long OVERDUE_CHECK_MILLIS = 200;

  private final EventMessageWriter writer = new EventMessageWriter();
  private final PublishSettings settings;
  private final Room room;
  private final Outcomes outcomes = new Outcomes();
  private final LineStates states;
  private final List<PublishingLine> lines;
  private final List<Thread> threads;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(new NamedThreads("publish-timer"));
  private volatile boolean closed = false;

  private RabbitTransport(BrokerConnections connections, PublishSettings settings) {
    this.settings = settings;
    this.room = new Room(settings.maxInFlight());
    this.states = new LineStates(settings.channels());
    this.lines = IntStream.range(0, settings.channels())
        .mapToObj(number -> line(number, connections))
        .toList();
    ThreadFactory names = new NamedThreads("publish");
    this.threads = lines.stream().map(names::newThread).toList();
  }

  /**
   * A transport that connects in the background, and again whenever it has to.
   *
   * @param connections not closed by the transport
   */
  public static RabbitTransport open(BrokerConnections connections, PublishSettings settings) {
    RabbitTransport transport = new RabbitTransport(connections, settings);
    transport.threads.forEach(Thread::start);
    transport.timer.scheduleWithFixedDelay(
        transport::giveUp, OVERDUE_CHECK_MILLIS, OVERDUE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    return transport;
  }

  /**
   * Sends an event and its twins, one behind the other.
   *
   * @return one outcome for all: confirmed where each is, or was wanted by no queue while another
   *     was
   */
  @Override
  public CompletableFuture<PublishOutcome> send(EncodedEvent event) {
    CompletableFuture<PublishOutcome> outcome = sendAlone(event);
    for (EncodedEvent twin : event.twins()) {
      outcome = outcome.thenCombine(sendAlone(twin), TwinOutcomes::combine);
    }
    return outcome;
  }

  private CompletableFuture<PublishOutcome> sendAlone(EncodedEvent event) {
    return send(
        event,
        event.metadata().exchange(),
        event.metadata().routingKey(),
        writer.properties(event.metadata()));
  }

  /**
   * Sends an event to one queue alone, past every exchange; where it was published to first stands
   * in its type.
   *
   * @param headers further headers, of AMQP's types
   * @return as {@link #send}
   */
  public CompletableFuture<PublishOutcome> sendToQueue(
      String queue, EncodedEvent event, Map<String, Object> headers) {
    return send(event, DEFAULT_EXCHANGE, queue, writer.properties(event.metadata(), headers));
  }

  /** How it is doing, for health. */
  public TransportStatus status() {
    return new TransportStatus(
        closed ? TransportStatus.State.CLOSED : states.state(),
        states.lasting(),
        states.problem(),
        room.taken());
  }

  /**
   * Takes no more events, waits for the outcomes of those under way up to {@link
   * PublishSettings#closeTimeout}, and gives up on the rest.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    awaitAllSettled(settings.closeTimeout());
    lines.forEach(PublishingLine::end);
    threads.forEach(RabbitTransport::awaitEnd);
    lines.forEach(PublishingLine::giveUpLeft);
    timer.shutdownNow();
    outcomes.close();
  }

  private CompletableFuture<PublishOutcome> send(
      EncodedEvent event, String exchange, String routingKey, BasicProperties properties) {
    if (isTooLong(exchange) || isTooLong(routingKey)) {
      return CompletableFuture.completedFuture(new PublishOutcome.Rejected(
          "exchange and routing key may have 255 bytes each; shorten them"));
    }
    Optional<String> noRoom = takeRoom();
    if (noRoom.isPresent()) {
      return CompletableFuture.completedFuture(new PublishOutcome.NotSent(noRoom.get()));
    }
    OutgoingMessage message = message(exchange, routingKey, properties, event.body());
    lineOf(event.metadata().orderingKey()).add(message);
    return message.outcome();
  }

  private Optional<String> takeRoom() {
    try {
      if (!room.take(settings.roomTimeout())) {
        return Optional.of(noRoom());
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while waiting for room");
    }
    if (closed) {
      room.giveBack();
      return Optional.of("the transport is closed");
    }
    return Optional.empty();
  }

  private String noRoom() {
    return "%d events are under way and none found its way in %s (%s); publish more slowly, or raise the limit"
        .formatted(
            settings.maxInFlight(),
            settings.roomTimeout(),
            states.problem().orElse("the broker is slow to confirm"));
  }

  private OutgoingMessage message(
      String exchange, String routingKey, BasicProperties properties, byte[] body) {
    long deadline = System.nanoTime() + settings.confirmTimeout().toNanos();
    return new OutgoingMessage(exchange, routingKey, properties, body, deadline, this::settled);
  }

  private void settled(OutgoingMessage message, PublishOutcome outcome) {
    room.giveBack();
    outcomes.tell(message, outcome);
  }

  private PublishingLine line(int number, BrokerConnections connections) {
    return new PublishingLine(
        number,
        connections::publishing,
        new LineWriter(connections.cork()),
        settings.backOff(),
        work -> timer.schedule(work, MOMENT_FOR_A_RETURN_MILLIS, TimeUnit.MILLISECONDS),
        states);
  }

  private PublishingLine lineOf(String orderingKey) {
    int hash = orderingKey.hashCode();
    return lines.get(Math.floorMod(hash ^ (hash >>> 16), lines.size()));
  }

  private void giveUp() {
    long now = System.nanoTime();
    lines.forEach(line -> {
      line.giveUpSpentChannel(now);
      line.giveUpOverdue(now);
    });
  }

  private void awaitAllSettled(Duration limit) {
    try {
      room.awaitNothingTaken(limit);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  /** A thread that writes to a broker that does not read ends only with the connection. */
  private static void awaitEnd(Thread thread) {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isTooLong(String name) {
    return name.length() > LONGEST_NAME_BYTES / MOST_BYTES_PER_CHAR
        && name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES;
  }
}
