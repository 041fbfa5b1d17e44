package dev.eventmanager.killmatrix.worker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.NoOpMetricsCollector;

/** Dies between a publish and its confirm, or between the confirm and what follows from it. */
final class DyingPublisher extends NoOpMetricsCollector {

  private final Death death;

  DyingPublisher(Death death) {
    this.death = death;
  }

  @Override
  public void basicPublish(Channel channel) {
    death.at(Step.AFTER_PUBLISH);
  }

  @Override
  public void basicPublishAck(Channel channel, long deliveryTag, boolean multiple) {
    death.at(Step.AFTER_CONFIRM);
  }
}
