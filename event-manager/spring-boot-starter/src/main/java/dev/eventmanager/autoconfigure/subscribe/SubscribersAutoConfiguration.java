package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.autoconfigure.EventManagerAutoConfiguration;
import dev.eventmanager.autoconfigure.EventManagerProperties;
import dev.eventmanager.autoconfigure.ServiceName;
import dev.eventmanager.autoconfigure.access.OperationsNote;
import dev.eventmanager.autoconfigure.failure.ConfiguredFailures;
import dev.eventmanager.autoconfigure.topology.ServiceRouting;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.Attempts;
import dev.eventmanager.handling.CrashMarks;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.EventDispatcher;
import dev.eventmanager.handling.FailureClassifier;
import dev.eventmanager.handling.HandlerThreads;
import dev.eventmanager.handling.HandlingInterceptor;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.handling.Pauses;
import dev.eventmanager.handling.RetryPolicy;
import dev.eventmanager.handling.RetryingProcessor;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.handling.SuspectProcessor;
import dev.eventmanager.handling.Suspects;
import dev.eventmanager.handling.TwinsInMemory;
import dev.eventmanager.handling.UnmarkedCrashes;
import dev.eventmanager.jdbc.drain.SequenceDrain;
import dev.eventmanager.jdbc.inbox.InboxInterceptor;
import dev.eventmanager.jdbc.outbox.OutboxTransport;
import dev.eventmanager.jdbc.parking.ParkedStatus;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.message.MetadataPart;
import dev.eventmanager.rabbit.parking.RabbitParkedEvents;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** From queues to the methods marked {@link dev.eventmanager.OnEvent}. */
@AutoConfiguration(after = EventManagerAutoConfiguration.class)
class SubscribersAutoConfiguration {

  /** For services without a database; those with one park there. */
  @Bean
  @ConditionalOnMissingBean(ParkedEvents.class)
  RabbitParkedEvents rabbitParkedEvents(BrokerConnections connections, RabbitTransport transport) {
    return new RabbitParkedEvents(connections, transport);
  }

  @Bean
  HandlerThreads eventHandlerThreads(EventManagerProperties properties, Environment environment) {
    int concurrency = properties.consumer().concurrency();
    return Threading.VIRTUAL.isActive(environment)
        ? HandlerThreads.virtual(
            concurrency, new VirtualThreadTaskExecutor("event-handler-").getVirtualThreadFactory())
        : HandlerThreads.platform(concurrency);
  }

  @Bean
  @ConditionalOnMissingBean
  FailureClassifier eventFailureClassifier(
      EventManagerProperties properties, ResourceLoader resources) {
    return ConfiguredFailures.of(properties.consumer().retry(), resources.getClassLoader());
  }

  @Bean
  Pauses eventPauses(FailureClassifier classifier, HandlerThreads threads) {
    return new Pauses(classifier, threads);
  }

  /** For services without a database; those with one mark there. */
  @Bean
  @ConditionalOnMissingBean(CrashMarks.class)
  UnmarkedCrashes unmarkedCrashes() {
    return new UnmarkedCrashes();
  }

  /** What comes from the broker and what was held take their turns with each other. */
  @Bean
  Suspects eventSuspects(CrashMarks marks, HandlerThreads threads) {
    return new Suspects(marks, threads);
  }

  @Bean
  SubscriptionFinder subscriptionFinder(
      ServiceName service,
      EventCatalogue catalogue,
      ObjectProvider<Subscription> declared,
      ConfigurableListableBeanFactory beans) {
    return new SubscriptionFinder(service, catalogue, declared, beans);
  }

  /** Who handles what. Lazy: it is found once every bean stands. */
  @Bean
  @Lazy
  Subscriptions eventSubscriptions(SubscriptionFinder finder) {
    return finder.find();
  }

  @Bean
  EventMessageReader eventMessageReader(
      EventCodec codec,
      EventIds ids,
      ObjectProvider<Clock> clock,
      ObjectProvider<MeterRegistry> meters) {
    return new EventMessageReader(codec, ids, clock.getIfUnique(Clock::systemUTC), derived(meters));
  }

  /** For services without an inbox; innermost as that one. */
  @Bean
  @Order(1000)
  @ConditionalOnMissingBean(InboxInterceptor.class)
  TwinsInMemory twinsInMemory() {
    return new TwinsInMemory();
  }

  @Bean
  ConsumerFactory eventConsumerFactory(
      BrokerConnections connections,
      EventMessageReader reader,
      EventCodec codec,
      ObjectProvider<HandlingInterceptor> interceptors,
      CurrentEvent currentEvent,
      FailureClassifier classifier,
      RetryPolicy retryPolicy,
      ParkedEvents parkedEvents,
      Suspects suspects,
      Pauses pauses,
      HandlerThreads threads,
      EventManagerProperties properties,
      ObjectProvider<Clock> clock,
      ObjectProvider<MeterRegistry> meters) {
    List<HandlingInterceptor> around = interceptors.orderedStream().toList();
    Function<Subscriptions, Attempts> calls = subscriptions -> new Attempts(
        new EventDispatcher(subscriptions, codec, around, currentEvent, skipped(meters)),
        classifier,
        pauses,
        threads,
        properties.consumer().handlerTimeout());
    Clock dates = clock.getIfUnique(Clock::systemUTC);
    Function<Attempts, DeliveryProcessor> processor = attempts -> new SuspectProcessor(
        new RetryingProcessor(attempts, retryPolicy, parkedEvents, pauses, threads, dates),
        suspects,
        parkedEvents,
        dates);
    return new ConsumerFactory(connections, reader, calls, processor, properties.consumer());
  }

  @Bean
  EventConsumers eventConsumers(
      ObjectProvider<Subscriptions> subscriptions,
      ConsumerFactory factory,
      ObjectProvider<SequenceDrain> drain,
      HandlerThreads threads,
      Suspects suspects,
      BrokerConnections connections,
      EventCatalogue catalogue,
      ParkedEvents parkedEvents,
      ServiceName service,
      EventManagerProperties properties,
      ObjectProvider<OutboxTransport> outbox,
      ObjectProvider<InboxInterceptor> inbox,
      RetryPolicy retryPolicy,
      ObjectProvider<ParkedStatus> held,
      OperationsNote operations,
      Pauses pauses,
      ServiceRouting routing,
      ObjectProvider<SqsQueues> sqs) {
    boolean parksOnTheBroker = parkedEvents instanceof RabbitParkedEvents;
    return new EventConsumers(
        subscriptions::getObject,
        new ServiceTopology(connections, catalogue, properties.queues()),
        factory,
        new HeldKeys(Optional.ofNullable(drain.getIfAvailable()), threads, suspects),
        new StartUpReport(
            service,
            catalogue,
            outbox.getIfAvailable() != null,
            inbox.getIfAvailable() != null,
            new FailureNote(retryPolicy, Optional.ofNullable(held.getIfAvailable())),
            () -> operations.text(!parksOnTheBroker)),
        pauses,
        routing,
        Optional.ofNullable(sqs.getIfAvailable()));
  }

  @Bean
  RetryPolicy eventRetryPolicy(EventManagerProperties properties) {
    EventManagerProperties.Retry retry = properties.consumer().retry();
    return new RetryPolicy(
        retry.maxAttempts(),
        retry.quickAttempts(),
        retry.initialDelay(),
        retry.multiplier(),
        retry.maxDelay());
  }

  private static Consumer<Delivery> skipped(ObjectProvider<MeterRegistry> meters) {
    MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    return delivery -> registry
        .counter(
            "event.handle.skipped",
            "queue",
            delivery.queue(),
            "event",
            delivery.event().metadata().routingKey())
        .increment();
  }

  private static Consumer<MetadataPart> derived(ObjectProvider<MeterRegistry> meters) {
    MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    return part -> registry
        .counter("event.derived", "part", part.name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
