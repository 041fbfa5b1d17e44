package dev.eventmanager.testkit;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.EmbeddedBroker;
import dev.eventmanager.testkit.broker.TestBroker;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.contract.ContractBus;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.foreign.ForeignSubscriber;
import dev.eventmanager.testkit.probe.EventProbe;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Keeps brokers for the whole run and a virtual host for each test class; JUnit closes both. */
final class BrokerExtension implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(BrokerExtension.class);

  /** What is made for a test that asks for it as a parameter, and closed after the test. */
  private static final Map<Class<?>, Function<VirtualHost, AutoCloseable>> MADE_FOR_A_TEST = Map.of(
      ContractBus.class,
      ContractBus::on,
      EventProbe.class,
      BrokerExtension::probe,
      ForeignPublisher.class,
      host -> ForeignPublisher.connect(host.connectionFactory()),
      ForeignSubscriber.class,
      host -> ForeignSubscriber.connect(host.connectionFactory()));

  @Override
  public void beforeAll(ExtensionContext context) {
    classBroker(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == VirtualHost.class
        || type == ConnectionFactory.class
        || MADE_FOR_A_TEST.containsKey(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    VirtualHost virtualHost = classBroker(context).virtualHost();
    if (type == VirtualHost.class) {
      return virtualHost;
    }
    return type == ConnectionFactory.class
        ? virtualHost.connectionFactory()
        : madeForThisTest(type, virtualHost, context);
  }

  /** One of each type, shared by a test and its lifecycle methods; JUnit closes it after them. */
  private static Object madeForThisTest(
      Class<?> type, VirtualHost virtualHost, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(
            type, key -> Objects.requireNonNull(MADE_FOR_A_TEST.get(type)).apply(virtualHost));
  }

  private static EventProbe probe(VirtualHost virtualHost) {
    ClassLoader classPath = Thread.currentThread().getContextClassLoader();
    return EventProbe.listen(virtualHost, EventCatalogue.load(classPath));
  }

  /** Of the outermost class: nested ones find it in its store. */
  private static ClassBroker classBroker(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(ClassBroker.class, key -> open(context), ClassBroker.class);
  }

  private static ClassBroker open(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    String purpose = testClass.getSimpleName().toLowerCase(Locale.ROOT);
    return ClassBroker.open(broker(context, wanted(testClass)), purpose);
  }

  private static Set<BrokerKind> wanted(Class<?> testClass) {
    return AnnotationSupport.findAnnotation(testClass, WithBroker.class)
        .map(annotation -> Set.of(annotation.value()))
        .orElseThrow();
  }

  private static TestBroker broker(ExtensionContext context, Set<BrokerKind> wanted) {
    Store run = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    if (wanted.equals(Set.of(BrokerKind.EMBEDDED))) {
      return run.computeIfAbsent(
          EmbeddedBroker.class, key -> EmbeddedBroker.start(0), EmbeddedBroker.class);
    }
    TestBroker found =
        run.computeIfAbsent(TestBroker.class, key -> TestBroker.find(), TestBroker.class);
    if (!wanted.contains(found.kind())) {
      return Assumptions.abort(
          "needs %s, and there is only %s".formatted(wanted, found.description()));
    }
    return found;
  }
}
