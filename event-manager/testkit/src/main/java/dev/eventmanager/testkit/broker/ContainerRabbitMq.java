package dev.eventmanager.testkit.broker;

import java.net.URI;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.DockerImageName;

/** RabbitMQ in a container of this run, by Testcontainers. */
final class ContainerRabbitMq implements TestBroker {
  private final RabbitMQContainer container;
  private final RabbitMqManagement management;

  private ContainerRabbitMq(RabbitMQContainer container) {
    this.container = container;
    this.management = new RabbitMqManagement(URI.create("http://%s:%s@%s:%d"
        .formatted(
            container.getAdminUsername(),
            container.getAdminPassword(),
            container.getHost(),
            container.getHttpPort())));
  }

  /** Pulls the image if it is not there, which can take a while. */
  static ContainerRabbitMq start(String image) {
    RabbitMQContainer container = new RabbitMQContainer(
            DockerImageName.parse(image).asCompatibleSubstituteFor("rabbitmq"))
        .withCopyToContainer(Transferable.of(NodeFiles.PLUGINS), "/etc/rabbitmq/enabled_plugins");
    container.start();
    return new ContainerRabbitMq(container);
  }

  @Override
  public BrokerKind kind() {
    return BrokerKind.RABBITMQ;
  }

  @Override
  public String description() {
    return "RabbitMQ in a container of %s, %s:%d"
        .formatted(container.getDockerImageName(), container.getHost(), container.getAmqpPort());
  }

  @Override
  public URI uri() {
    return URI.create("amqp://%s:%s@%s:%d"
        .formatted(
            container.getAdminUsername(),
            container.getAdminPassword(),
            container.getHost(),
            container.getAmqpPort()));
  }

  @Override
  public VirtualHost openVirtualHost(String purpose) {
    return management.open(purpose, uri());
  }

  @Override
  public void close() {
    container.stop();
  }
}
