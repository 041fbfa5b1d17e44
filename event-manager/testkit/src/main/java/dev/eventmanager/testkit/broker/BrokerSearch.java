package dev.eventmanager.testkit.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds a broker, from the one that is given to the one that is always there. Not thread-safe. */
final class BrokerSearch {
  private static final int MINUTES_FOR_A_CONTAINER = 3;

  private final TestBrokerSettings settings;
  private final Consumer<String> report;
  private final List<String> missed = new ArrayList<>();

  BrokerSearch(TestBrokerSettings settings, Consumer<String> report) {
    this.settings = settings;
    this.report = report;
  }

  TestBroker find() {
    TestBroker found = Stream.<Supplier<Optional<TestBroker>>>of(
            this::given, this::inContainer, this::onThisMachine, this::embedded)
        .flatMap(source -> source.get().stream())
        .findFirst()
        .orElseThrow(this::noRabbitMq);
    report.accept("Tests use " + found.description() + missedInBrackets());
    return found;
  }

  private Optional<TestBroker> given() {
    if (settings.address().isEmpty()) {
      return miss(TestBrokerSettings.ADDRESS + " is not set");
    }
    TestBroker given = GivenBroker.connect(settings.address().get(), settings.management());
    if (settings.requireRabbitMq() && given.kind() != BrokerKind.RABBITMQ) {
      missed.add(given.description() + " is no RabbitMQ");
      throw noRabbitMq();
    }
    return Optional.of(given);
  }

  private Optional<TestBroker> inContainer() {
    if (!DockerDetection.mayBeThere()) {
      return miss("no Docker answers");
    }
    // Where an image cannot be pulled, Testcontainers tries for longer than a test run should wait.
    CompletableFuture<TestBroker> container =
        CompletableFuture.supplyAsync(() -> ContainerRabbitMq.start(settings.image()));
    try {
      return Optional.of(
          container.orTimeout(MINUTES_FOR_A_CONTAINER, TimeUnit.MINUTES).join());
    } catch (CompletionException e) {
      return miss("no container of %s came up within %d min (%s)"
          .formatted(
              settings.image(),
              MINUTES_FOR_A_CONTAINER,
              firstLine(Objects.requireNonNullElse(e.getCause(), e))));
    }
  }

  private Optional<TestBroker> onThisMachine() {
    Optional<Path> server = PrivateRabbitMq.findServer();
    if (server.isEmpty()) {
      return miss("no rabbitmq-server is installed");
    }
    try {
      return Optional.of(PrivateRabbitMq.start(server.get()));
    } catch (BrokerUnavailableException e) {
      return miss("the rabbitmq-server on this machine did not start (" + firstLine(e) + ")");
    }
  }

  private Optional<TestBroker> embedded() {
    return settings.requireRabbitMq() ? Optional.empty() : Optional.of(EmbeddedBroker.start(0));
  }

  private Optional<TestBroker> miss(String why) {
    missed.add(why);
    return Optional.empty();
  }

  private String missedInBrackets() {
    return missed.isEmpty() ? "" : " (" + String.join("; ", missed) + ")";
  }

  private BrokerUnavailableException noRabbitMq() {
    return new BrokerUnavailableException(
        "%s is true, but there is no RabbitMQ: %s. Install one (apt-get install rabbitmq-server), start Docker, or give an address such as %s=amqp://guest:guest@localhost:5672"
            .formatted(
                TestBrokerSettings.REQUIRE_RABBITMQ,
                String.join("; ", missed),
                TestBrokerSettings.ADDRESS));
  }

  private static String firstLine(Throwable e) {
    return e.toString().lines().findFirst().orElseThrow();
  }
}
