package dev.eventmanager.testkit.service;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.eventmanager.Event;
import dev.eventmanager.EventType;
import dev.eventmanager.contracts.UpdateFlag;
import dev.eventmanager.contracts.service.QueueContract;
import dev.eventmanager.contracts.service.ServiceContract;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.foreign.ForeignSubscriber;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Sees that a Spring Boot service keeps the contract of its events, on a broker of its own. One line
 * in the service's tests is enough:
 *
 * <pre>{@code
 * class BillingContractIT extends ServiceContractTest {}
 * }</pre>
 *
 * <p>The samples and schemas are those on the class path, wherever the events are declared. Each
 * sample that a handler's pattern admits is published by plain AMQP, and has to be handled at the
 * first attempt. Each event that the service publishes has to be, on the wire, what its schema and
 * sample say; and every older version has to be lifted to a valid newest one. The service's own
 * file, {@code META-INF/event-manager/services/<service>.json} in {@code src/main/resources}, has to
 * say what it publishes and binds; run with {@code -Devent-manager.contracts=update} the test writes
 * it.
 */
@WithBroker
@SpringBootTest
@Import(HandlingWitness.class)
@TestPropertySource(properties = "event-manager.consumer.retry.max-attempts=1")
public abstract class ServiceContractTest {

  private LiveService service;
  private ApplicationContext context;

  @BeforeEach
  void find(ApplicationContext running) {
    context = running;
    service = LiveService.in(running);
  }

  /**
   * The events that the service publishes. Unless it says otherwise, those that are declared on the
   * exchange of its name: of {@code billing-service} on the exchange {@code billing}.
   */
  protected Collection<? extends EventType<?>> publishes() {
    return service.eventsOfItsExchange();
  }

  /**
   * Makes what a handler needs to find, such as the order that an event is about; nothing unless it
   * is overridden. Called before each sample is published.
   *
   * @param sample what is about to come: its payload in the newest version, its metadata as it will
   *     arrive
   */
  protected void prepare(Event<?> sample) throws Exception {}

  /**
   * The failure with which the service has to answer a sample; empty, unless it is overridden: it
   * has to be handled.
   */
  protected Optional<Class<? extends Throwable>> refusal(Event<?> sample) {
    return Optional.empty();
  }

  /** The folder that holds the service's file; {@code src/main/resources} of its module. */
  protected Path resources() {
    return Path.of("src/main/resources");
  }

  @TestFactory
  Stream<DynamicNode> keepsItsContract(
      VirtualHost broker, ForeignPublisher stranger, ForeignSubscriber listener) {
    SampleFiles files = new SampleFiles(context, service.catalogue());
    Overheard overheard =
        Overheard.on(service.catalogue(), broker.freshName("contract"), listener, stranger);
    HandlingWitness witness = context.getBean(HandlingWitness.class);
    Collection<? extends EventType<?>> published = publishes();
    return Stream.of(
        dynamicContainer(
            "Each event that a pattern admits is handled",
            new HandledSamples(service, files, stranger, witness, this).tests()),
        dynamicContainer(
            "Each event that is published is on the wire what its contract says",
            new PublishedSamples(service, files, overheard, published).tests()),
        dynamicContainer(
            "Each older version is lifted to a valid newest one",
            new LiftedSamples(files, service.codec(), concerned(published)).tests()),
        dynamicTest("Its file says what it publishes and binds", () -> checkFile(published)));
  }

  private Set<EventType<?>> concerned(Collection<? extends EventType<?>> published) {
    Set<EventType<?>> concerned = new LinkedHashSet<>(published);
    service
        .handlers()
        .forEach(handler ->
            concerned.addAll(service.catalogue().admittedBy(handler.pattern()).values()));
    return concerned;
  }

  private void checkFile(Collection<? extends EventType<?>> published) {
    Path module = Path.of("").toAbsolutePath();
    ServiceFile file =
        new ServiceFile(resources(), live(published), UpdateCommand.of(getClass(), module));
    if (UpdateFlag.isGiven()) {
      file.update();
    }
    file.check();
  }

  private ServiceContract live(Collection<? extends EventType<?>> published) {
    return new ServiceContract(
        service.name(),
        published.stream().flatMap(PublishedSamples::keys).map(Object::toString).toList(),
        service.subscriptions().queues().stream().map(this::live).toList());
  }

  private QueueContract live(String queue) {
    List<String> patterns = service.subscriptions().of(queue).stream()
        .map(Subscription::pattern)
        .map(Object::toString)
        .toList();
    return new QueueContract(queue, patterns);
  }
}
