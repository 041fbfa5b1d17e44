package dev.eventmanager.bridge;

import dev.eventmanager.bridge.ledger.BridgeSchema;
import dev.eventmanager.bridge.mirror.MirrorSettings;
import dev.eventmanager.bridge.route.Broker;
import dev.eventmanager.bridge.settings.BridgeProperties;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.s3.S3Events;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.queue.FifoQueues;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.amqp.rabbit.connection.ConnectionNameStrategy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts the parts of the process together. */
@Configuration(proxyBeanMethods = false)
class BridgeConfiguration {

  /** What a bridge may be for besides mirroring. */
  private static final List<String> OTHER_WORK =
      List.of("bridge.reverse[0].from", "bridge.notifications[0].from");

  /**
   * Of modules that somebody has put on the class path, for the ordering keys of events that do not
   * name theirs. Those of S3 are the bridge's own; it has their exchange only where it publishes to
   * it.
   */
  @Bean
  EventCatalogue eventCatalogue() {
    var ofS3 = new S3Events().events();
    var others = EventCatalogue.load(getClass().getClassLoader()).events().stream()
        .filter(each -> !ofS3.contains(each))
        .toList();
    return EventCatalogue.of(others);
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RouteSettings.Routes routes(BridgeProperties properties, Environment environment) {
    boolean worksElsewhere = OTHER_WORK.stream().anyMatch(environment::containsProperty);
    return RouteSettings.routes(properties.routes(), worksElsewhere);
  }

  /** The bridge's own tables, for all that depends on this bean. */
  @Bean
  BridgeSchema bridgeSchema(DataSource database) {
    var schema = new BridgeSchema(database);
    schema.migrate();
    return schema;
  }

  @Bean
  ConnectionNameStrategy connectionNames() {
    return factory -> "sqs-bridge";
  }

  @Bean
  Broker broker(
      BrokerConnections connections,
      RouteTopology topology,
      EventMessageReader reader,
      ConsumerSettings settings) {
    return new Broker(connections, topology.declarer(), reader, settings);
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
    return MirrorSettings.standard()
        .with(properties.linger(), properties.batchesInFlight(), properties.patience());
  }

  @Bean
  ConsumerSettings consumerSettings(BridgeProperties properties) {
    return new ConsumerSettings.Builder()
        .prefetch(properties.prefetch())
        .drainTimeout(properties.shutdownTimeout())
        .build();
  }
}
