package dev.eventmanager.testkit.service;

import dev.eventmanager.Event;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the test needs of the running service.
 *
 * @param name as its file is called
 * @param transactions empty if it has no database
 */
record LiveService(
    String name,
    EventCatalogue catalogue,
    EventCodec codec,
    Subscriptions subscriptions,
    EventPublisher publisher,
    ParkedEvents parked,
    Optional<TransactionTemplate> transactions) {

  private static final String SUFFIX = "-service";

  static LiveService in(ApplicationContext context) {
    return new LiveService(
        name(context.getEnvironment()),
        context.getBean(EventCatalogue.class),
        context.getBean(EventCodec.class),
        context.getBean(Subscriptions.class),
        context.getBean(EventPublisher.class),
        context.getBean(ParkedEvents.class),
        Optional.ofNullable(
                context.getBeanProvider(PlatformTransactionManager.class).getIfUnique())
            .map(TransactionTemplate::new));
  }

  /** The source of its events, as the starter derives it from the name. */
  String source() {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /** What is declared on the exchange that bears its name. */
  List<EventType<?>> eventsOfItsExchange() {
    return catalogue.events().stream()
        .filter(event -> event.exchange().name().equals(source()))
        .toList();
  }

  /** Those of queues on the broker, which is where samples are published. */
  List<Subscription> handlers() {
    Subscriptions reached = subscriptions.from(Subscription.Source.BROKER);
    return reached.queues().stream()
        .flatMap(queue -> reached.of(queue).stream())
        .toList();
  }

  /** Publishes a payload of this type as the service does, in a transaction where it has one. */
  <T> Event<T> publish(EventType<T> type, Object payload) {
    T typed = type.payloadType().cast(payload);
    return transactions
        .map(transaction ->
            Objects.requireNonNull(transaction.execute(status -> publisher.publish(type, typed))))
        .orElseGet(() -> publisher.publish(type, typed));
  }

  private static String name(Environment environment) {
    return Optional.ofNullable(environment.getProperty("event-manager.service"))
        .orElseGet(() -> environment.getRequiredProperty("spring.application.name"));
  }
}
