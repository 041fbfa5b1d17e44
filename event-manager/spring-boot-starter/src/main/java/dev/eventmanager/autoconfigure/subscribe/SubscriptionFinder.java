package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.autoconfigure.ServiceName;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.handling.InvalidSubscriptionsException;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Finds what a service subscribes to: its marked methods, and beans that are subscriptions. */
final class SubscriptionFinder {

  private final ServiceName service;
  private final EventCatalogue catalogue;
  private final ObjectProvider<Subscription> declared;
  private final ConfigurableListableBeanFactory beans;

  SubscriptionFinder(
      ServiceName service,
      EventCatalogue catalogue,
      ObjectProvider<Subscription> declared,
      ConfigurableListableBeanFactory beans) {
    this.service = service;
    this.catalogue = catalogue;
    this.declared = declared;
    this.beans = beans;
  }

  /**
   * Finds them, once every bean stands.
   *
   * @throws StartUpException with every problem of the service, its name and all its handlers
   */
  Subscriptions find() {
    OnEventMethods methods = OnEventMethods.in(beans, service.value());
    List<String> problems = new ArrayList<>(service.problems());
    problems.addAll(methods.problems());
    List<Subscription> all = new ArrayList<>(methods.subscriptions());
    declared.orderedStream().forEach(all::add);
    try {
      Subscriptions subscriptions = Subscriptions.of(catalogue, all);
      if (problems.isEmpty()) {
        return subscriptions;
      }
    } catch (InvalidSubscriptionsException invalid) {
      problems.addAll(invalid.problems());
    }
    throw new StartUpException(problems);
  }
}
