package dev.eventmanager.local;

import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.local.backing.Broker;
import dev.eventmanager.local.backing.SqsAccess;
import dev.eventmanager.local.backing.UnavailableException;
import dev.eventmanager.local.journey.HandledLines;
import dev.eventmanager.local.process.ServiceSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shop's services and the bridge, with the settings that each is given. */
public final class ShopServices {

  /** The SQS queue that the bridge mirrors every event to. */
  public static final String MIRROR_QUEUE = "shop-events.fifo";

  /** A second mirror, for the shop window to empty; the messages of the first one are the user's. */
  static final String WINDOW_QUEUE = "shop-window.fifo";

  private static final List<String> EXCHANGES =
      EventCatalogue.load(ShopServices.class.getClassLoader()).exchanges().stream()
          .map(Exchange::name)
          .toList();

  private final ShopSettings settings;
  private final OperatorLogin operator;

  ShopServices(ShopSettings settings, OperatorLogin operator) {
    this.settings = settings;
    this.operator = operator;
  }

  /** Every exchange of the shop. */
  List<String> exchanges() {
    return EXCHANGES;
  }

  public URI order() {
    return at(settings.ports().order());
  }

  public URI billing() {
    return at(settings.ports().billing());
  }

  public URI logistic() {
    return at(settings.ports().logistic());
  }

  public URI bridge() {
    return at(settings.ports().bridge());
  }

  /** Where operators look after the service at this address. */
  static URI managementOf(URI service) {
    return at(ShopPorts.management(service.getPort()));
  }

  private static URI at(int port) {
    return URI.create("http://localhost:" + port);
  }

  /** Who may see and replay parked events, in each of the services and in the bridge. */
  OperatorLogin operator() {
    return operator;
  }

  /**
   * In the order in which they are stopped: the bridge last, so that it mirrors what the others
   * still publish.
   */
  List<ServiceSpec> specs(SqsAccess sqs) {
    return List.of(
        service("order-service", settings.ports().order()),
        service("billing-service", settings.ports().billing()),
        service("logistic-service", settings.ports().logistic()),
        bridgeService(sqs));
  }

  private ServiceSpec service(String name, int port) {
    return spec(name, jar(settings.home().resolve(name), name), port, common(name, port));
  }

  private ServiceSpec bridgeService(SqsAccess sqs) {
    int port = settings.ports().bridge();
    Map<String, String> environment = common("sqs-bridge", port);
    environment.putAll(sqs.environment());
    environment.put("BRIDGE_SQS_ENDPOINT", sqs.endpoint().toString());
    environment.put("BRIDGE_SQS_CREATE_QUEUES", "true");
    environment.putAll(route(0, MIRROR_QUEUE));
    environment.putAll(route(1, WINDOW_QUEUE));
    Path jar = jar(settings.home().resolve("event-manager/sqs-bridge"), "event-manager-sqs-bridge");
    return spec("sqs-bridge", jar, port, environment);
  }

  private static Map<String, String> route(int index, String queue) {
    String route = "BRIDGE_ROUTES_" + index;
    Map<String, String> environment = new HashMap<>();
    environment.put(route + "_TO", queue);
    for (int i = 0; i < EXCHANGES.size(); i++) {
      environment.put("%s_FROM_%d_EXCHANGE".formatted(route, i), EXCHANGES.get(i));
    }
    return environment;
  }

  private ServiceSpec spec(String name, Path jar, int port, Map<String, String> environment) {
    environment.putAll(settings.overrides().getOrDefault(name, Map.of()));
    return new ServiceSpec(name, jar, port, ShopPorts.management(port), environment);
  }

  private Map<String, String> common(String name, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ShopPorts.management(port)));
    environment.putAll(operator.environment());
    environment.putAll(settings.databases().prepare(name));
    environment.put(
        "SPRING_RABBITMQ_ADDRESSES",
        settings
            .rabbitmq()
            .orElseGet(() -> Broker.embeddedUri(settings.ports().broker()))
            .toString());
    environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash");
    environment.put(HandledLines.LEVEL_VARIABLE, "DEBUG");
    return environment;
  }

  /** The executable jar of a module, which may stand beside a plain one of the same name. */
  private static Path jar(Path module, String name) {
    Path target = module.resolve("target");
    Pattern executable =
        Pattern.compile(Pattern.quote(name) + "-[0-9.]+(-SNAPSHOT)?(-exec)?\\.jar");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> executable.matcher(file.getFileName().toString()).matches())
          .max(Comparator.comparing(file -> file.getFileName().toString().endsWith("-exec.jar")))
          .orElseThrow(() -> notBuilt(name, target));
    } catch (IOException e) {
      throw notBuilt(name, target);
    }
  }

  private static UnavailableException notBuilt(String name, Path target) {
    return new UnavailableException(
        "No jar of %s in %s. Build it with ./mvnw package.".formatted(name, target));
  }
}
