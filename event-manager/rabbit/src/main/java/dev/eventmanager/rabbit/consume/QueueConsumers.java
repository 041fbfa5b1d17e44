package dev.eventmanager.rabbit.consume;

import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import java.util.List;
import java.util.Optional;

/**
 * Consumes a queue of events, whatever number of partitions it has: hands its deliveries to a
 * processor, one of an ordering key at a time and keys in parallel, and acknowledges each after the
 * processor is done with it. Thread-safe.
 *
 * <p>Delivery is at least once: what was not acknowledged when the channel is lost, or the process
 * ends, is delivered again. Nothing is ever requeued singly, which would break the order; where the
 * processor cannot go on, the channel is closed, and the broker puts everything back in its place.
 *
 * <p>It keeps trying, and keeps the process up, until it is closed: after a lost connection, a
 * cancelled consumer or a deleted queue it declares the queue again and resumes.
 *
 * <p>Instances of a service share the partitions: each gets as many as the others, or one more. A
 * partition changes hands when what is in hand of it is done with and acknowledged, so that no event
 * of a key is overtaken.
 */
public final class QueueConsumers implements AutoCloseable {

  private final String queue;
  private final List<QueueConsumer> partitions;
  private final Optional<PartitionSharing> sharing;

  /**
   * Consumers, not started yet.
   *
   * @param queue its name, which deliveries bear too; declared by the topology
   * @param connections not closed by the consumers
   * @param processor completes normally for what is to be acknowledged
   */
  public QueueConsumers(
      String queue,
      BrokerConnections connections,
      TopologyDeclarer topology,
      EventMessageReader reader,
      DeliveryProcessor processor,
      ConsumerSettings settings) {
    this.queue = queue;
    this.partitions = topology.queuesOf(queue).stream()
        .map(source ->
            new QueueConsumer(queue, source, connections, topology, reader, processor, settings))
        .toList();
    this.sharing = partitions.size() == 1
        ? Optional.empty()
        : Optional.of(
            new PartitionSharing(queue, connections, partitions, settings.sharingInterval()));
  }

  /** Begins to consume, in the background; to be called once. */
  public QueueConsumers start() {
    partitions.forEach(QueueConsumer::start);
    sharing.ifPresent(PartitionSharing::start);
    return this;
  }

  /**
   * Stops taking, finishes what is in hand and gives the rest back to the broker, for another
   * instance or for later. Returns at once.
   */
  public void pause() {
    partitions.forEach(QueueConsumer::pause);
  }

  /**
   * Stops taking and finishes what is in hand however long that takes, such as until what it goes to
   * is back; nothing goes back to the broker that was begun. Returns at once; {@link #pause} ends it
   * sooner.
   */
  public void drain() {
    partitions.forEach(QueueConsumer::drain);
  }

  /** Takes up consuming after {@link #pause} or {@link #drain}. */
  public void resume() {
    partitions.forEach(QueueConsumer::resume);
  }

  /**
   * Stops taking, finishes what is in hand within {@link ConsumerSettings#drainTimeout},
   * acknowledges it, and only then lets the queue go; all partitions at once. Returns when that is
   * done.
   */
  @Override
  public void close() {
    sharing.ifPresent(PartitionSharing::close);
    pause();
    partitions.forEach(QueueConsumer::close);
  }

  /** The name of the queue. */
  public String queue() {
    return queue;
  }

  /** How it is doing, for health: of several partitions, as the one that does worst. */
  public ConsumerStatus status() {
    List<ConsumerStatus> all = partitions.stream().map(QueueConsumer::status).toList();
    ConsumerStatus worst = all.stream()
        .filter(each -> each.state() != ConsumerStatus.State.CONSUMING)
        .findFirst()
        .orElse(all.get(0));
    int inHand = all.stream().mapToInt(ConsumerStatus::inHand).sum();
    return new ConsumerStatus(queue, worst.state(), worst.lasting(), worst.lastProblem(), inHand);
  }
}
