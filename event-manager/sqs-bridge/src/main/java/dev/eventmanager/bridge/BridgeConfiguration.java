package dev.eventmanager.bridge;

import dev.eventmanager.bridge.mirror.MirrorSettings;
import dev.eventmanager.bridge.queue.FifoQueues;
import dev.eventmanager.bridge.route.Broker;
import dev.eventmanager.bridge.sqs.SqsConnection;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.parking.RabbitParkedEvents;
import dev.eventmanager.rabbit.publish.PublishSettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionNameStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts the parts of the process together. */
@Configuration(proxyBeanMethods = false)
class BridgeConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RouteSettings.Routes routes(BridgeProperties properties) {
    return RouteSettings.routes(properties.routes());
  }

  @Bean
  ConnectionNameStrategy connectionNames() {
    return factory -> "sqs-bridge";
  }

  @Bean
  BrokerConnections brokerConnections(ConnectionFactory factory) {
    return new BrokerConnections(factory);
  }

  /** Only parks; the bridge publishes nothing. */
  @Bean
  RabbitTransport parkingTransport(BrokerConnections connections) {
    return RabbitTransport.open(
        connections, new PublishSettings.Builder().channels(1).maxInFlight(100).build());
  }

  /**
   * Knows no event of anybody, so an event that does not name its ordering key has a group to
   * itself; unless somebody puts a module that declares it on the class path.
   */
  @Bean
  EventMessageReader eventMessageReader(Clock clock, MeterRegistry registry) {
    var codec = new EventCodec(EventCatalogue.load(getClass().getClassLoader()));
    return new EventMessageReader(
        codec,
        EventIds.uuidV7(),
        clock,
        part -> registry
            .counter("bridge.events.derived", "part", part.name().toLowerCase(Locale.ROOT))
            .increment());
  }

  @Bean
  Broker broker(
      BrokerConnections connections, EventMessageReader reader, RabbitTransport transport) {
    return new Broker(connections, reader, new RabbitParkedEvents(connections, transport));
  }

  @Bean
  SqsConnection sqsConnection(BridgeProperties properties) {
    var sqs = properties.sqs();
    var credentials = sqs.accessKey() == null || sqs.secretKey() == null
        ? Optional.<SqsConnection.Credentials>empty()
        : Optional.of(new SqsConnection.Credentials(sqs.accessKey(), sqs.secretKey()));
    return new SqsConnection(
        Optional.ofNullable(sqs.endpoint()),
        Optional.ofNullable(sqs.region()),
        credentials,
        sqs.requestTimeout());
  }

  @Bean
  SqsAsyncClient sqsClient(SqsConnection connection) {
    return connection.open();
  }

  @Bean
  FifoQueues fifoQueues(SqsAsyncClient client, SqsConnection connection) {
    return new FifoQueues(client, connection.address());
  }

  @Bean
  MirrorSettings mirrorSettings(BridgeProperties properties) {
    return MirrorSettings.standard().with(properties.linger(), properties.batchesInFlight());
  }

  @Bean
  ConsumerSettings consumerSettings(BridgeProperties properties) {
    return new ConsumerSettings.Builder()
        .prefetch(properties.prefetch())
        .drainTimeout(properties.shutdownTimeout())
        .build();
  }
}
