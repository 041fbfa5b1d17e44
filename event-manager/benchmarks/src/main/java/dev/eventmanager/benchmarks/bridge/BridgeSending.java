package dev.eventmanager.benchmarks.bridge;

import dev.eventmanager.rabbit.publish.RabbitTransport;

/** From RabbitMQ through the bridge. */
final class BridgeSending extends Sending {

  private final BridgeUnderTest bridge;
  private final Publishing publishing;
  private long total;

  /**
   * Through a bridge that is not to take anything meanwhile.
   *
   * @param name of its exchange, and of its queues
   */
  BridgeSending(String name, BridgeUnderTest bridge, RabbitTransport broker, SqsProcess sqs) {
    super(name, sqs);
    this.bridge = bridge;
    this.publishing = new Publishing(broker);
    bridge.pause();
  }

  @Override
  void prepare(int count, int groups) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      publishing.publish(events.next("group-" + i % groups));
    }
    publishing.await();
    total += count;
  }

  @Override
  void send() throws InterruptedException {
    bridge.resume();
    bridge.awaitSent(total);
    bridge.pause();
  }
}
