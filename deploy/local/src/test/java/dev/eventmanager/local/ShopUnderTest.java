package dev.eventmanager.local;

import dev.eventmanager.local.demo.ShopClient;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.foreign.ForeignSubscriber;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A shop on ports of its own, and the strangers' clients that tests look at it with. */
final class ShopUnderTest implements AutoCloseable {

  private final Shop shop;
  private final ShopClient client;
  private final SqsClient sqs;
  private final ForeignPublisher publisher;
  private final ForeignSubscriber subscriber;

  private ShopUnderTest(Shop shop) {
    this.shop = shop;
    this.client = new ShopClient(
        shop.services().order(), shop.services().billing(), shop.services().logistic());
    this.sqs = shop.sqs().access().client();
    this.publisher = ForeignPublisher.connect(shop.broker().connectionFactory());
    this.subscriber = ForeignSubscriber.connect(shop.broker().connectionFactory());
  }

  static ShopUnderTest start(
      Optional<URI> rabbitmq, Optional<String> postgres, Map<String, Map<String, String>> overrides)
      throws InterruptedException {
    Path home = Path.of(System.getProperty("shop.home")).toAbsolutePath().normalize();
    Shop shop = new Shop(
        new ShopSettings(
            home,
            home.resolve("deploy/local/target/shop-under-test"),
            ShopPorts.free(),
            rabbitmq,
            postgres,
            Optional.empty(),
            overrides),
        new Silence());
    try {
      shop.start();
      return new ShopUnderTest(shop);
    } catch (RuntimeException | InterruptedException e) {
      shop.close();
      throw e;
    }
  }

  ShopClient client() {
    return client;
  }

  /** A plain AWS client. */
  SqsClient sqs() {
    return sqs;
  }

  String mirrorUrl() {
    return sqs.getQueueUrl(request -> request.queueName(ShopServices.MIRROR_QUEUE))
        .queueUrl();
  }

  ForeignPublisher foreignPublisher() {
    return publisher;
  }

  ForeignSubscriber foreignSubscriber() {
    return subscriber;
  }

  /** The operator of billing-service, at a terminal. */
  OperatorTerminal operatorOfBilling() {
    return new OperatorTerminal(
        ShopServices.managementOf(shop.services().billing()), shop.services().operator());
  }

  /** Kills a service as a crash would; it is started again after some seconds. */
  void kill(String service) {
    shop.supervisor().kill(service);
  }

  @Override
  public void close() {
    publisher.close();
    subscriber.close();
    sqs.close();
    shop.close();
  }
}
