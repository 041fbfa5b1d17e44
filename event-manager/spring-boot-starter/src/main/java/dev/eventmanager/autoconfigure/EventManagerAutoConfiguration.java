package dev.eventmanager.autoconfigure;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.EventType;
import dev.eventmanager.LaterEvents;
import dev.eventmanager.autoconfigure.observe.ObservedLaterTransport;
import dev.eventmanager.autoconfigure.observe.Observing;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.catalogue.EventDeclarations;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.jdbc.outbox.OutboxTransport;
import dev.eventmanager.publishing.EncodingPublisher;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.publishing.LaterPublisher;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.publish.PublishSettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.transport.EventTransport;
import dev.eventmanager.transport.LaterTransport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** The declared events, and the way from a service to the broker. */
@AutoConfiguration(after = RabbitAutoConfiguration.class)
@EnableConfigurationProperties(EventManagerProperties.class)
public class EventManagerAutoConfiguration {

  @Bean
  ServiceName eventManagerServiceName(EventManagerProperties properties, Environment environment) {
    return ServiceName.of(properties, environment);
  }

  /** Those of every module on the class path, and of every bean that declares some. */
  @Bean
  @ConditionalOnMissingBean
  EventCatalogue eventCatalogue(
      ObjectProvider<EventDeclarations> declarations, ResourceLoader resources) {
    List<EventType<?>> events = new ArrayList<>();
    EventCatalogue.load(resources.getClassLoader()).events().forEach(events::add);
    declarations.orderedStream().forEach(each -> events.addAll(each.events()));
    return EventCatalogue.of(events);
  }

  @Bean
  EventCodec eventCodec(EventCatalogue catalogue, EventManagerProperties properties) {
    return new EventCodec(catalogue, Math.toIntExact(properties.maxBodySize().toBytes()));
  }

  @Bean
  CurrentEvent currentEvent() {
    return new CurrentEvent();
  }

  @Bean
  @ConditionalOnMissingBean
  EventIds eventIds() {
    return EventIds.uuidV7();
  }

  @Bean
  BrokerConnections eventManagerConnections(
      ConnectionFactory connectionFactory, ObjectProvider<RabbitConnectionDetails> details) {
    return details.stream()
        .findFirst()
        .map(known -> new BrokerConnections(connectionFactory, addresses(known)))
        .orElseGet(() -> new BrokerConnections(connectionFactory));
  }

  private static String addresses(RabbitConnectionDetails details) {
    return details.getAddresses().stream()
        .map(each -> each.host() + ":" + each.port())
        .collect(Collectors.joining(", "));
  }

  @Bean
  RabbitTransport rabbitTransport(
      BrokerConnections connections, EventManagerProperties properties) {
    PublishSettings settings = new PublishSettings.Builder()
        .maxInFlight(properties.publisher().maxInFlight())
        .confirmTimeout(properties.publisher().confirmTimeout())
        .build();
    return RabbitTransport.open(connections, settings);
  }

  @Bean
  PublishingLifecycle publishingLifecycle(RabbitTransport transport) {
    return new PublishingLifecycle(transport);
  }

  /** To the outbox where there is one, else to the broker; observed on the way. */
  @Bean
  @ConditionalOnMissingBean
  EventPublisher eventPublisher(
      ServiceName service,
      EventCodec codec,
      RabbitTransport broker,
      ObjectProvider<OutboxTransport> outbox,
      Observing observing,
      CurrentEvent currentEvent,
      EventIds ids,
      ObjectProvider<Clock> clock) {
    EventTransport transport =
        Optional.<EventTransport>ofNullable(outbox.getIfAvailable()).orElse(broker);
    EventTransport observed = observing.publishing(transport);
    return new EncodingPublisher(
        service.value(), codec, observed, currentEvent, ids, clock.getIfUnique(Clock::systemUTC));
  }

  /**
   * Lazy, so that a service which publishes nothing later needs no outbox for it, and one that does
   * is told so when it starts.
   */
  @Bean
  @Lazy
  @ConditionalOnMissingBean
  LaterEvents laterEvents(
      ServiceName service,
      EventCodec codec,
      ObjectProvider<LaterTransport> outbox,
      Observing observing,
      CurrentEvent currentEvent,
      EventIds ids,
      ObjectProvider<Clock> clock) {
    LaterTransport transport = outbox.getIfAvailable(() -> {
      throw new StartUpException(List.of(
          "LaterEvents is asked for, but there is no outbox to keep events until they are due; give"
              + " the service a DataSource (one, or one that is @Primary), and leave"
              + " event-manager.outbox.enabled as it is"));
    });
    LaterTransport observed = new ObservedLaterTransport(transport, observing);
    return new LaterPublisher(
        service.value(), codec, observed, currentEvent, ids, clock.getIfUnique(Clock::systemUTC));
  }
}
