package dev.eventmanager.contracts.service;

import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.routing.RoutingKey;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one service publishes and which queues it binds. Immutable.
 *
 * <p>A service commits it as {@link #fileName(String)} in its resources; documents, the
 * compatibility gate and explanations read it from there.
 *
 * @param service its name, such as {@code billing-service}
 * @param publishes the routing keys of its events, sorted, each once
 * @param queues the queues that it consumes, sorted by name
 */
public record ServiceContract(String service, List<String> publishes, List<QueueContract> queues) {

  private static final ContractJson JSON = new ContractJson();

  public ServiceContract {
    require("service", service);
    require("publishes", publishes);
    require("queues", queues);
    publishes = publishes.stream().sorted().distinct().toList();
    publishes.forEach(ServiceContract::requireRoutingKey);
    queues = queues.stream().sorted(Comparator.comparing(QueueContract::queue)).toList();
  }

  /** Where the file of a service is, from the root of its resources. */
  public static String fileName(String service) {
    return "META-INF/event-manager/services/" + service + ".json";
  }

  /**
   * The contract in a file.
   *
   * @throws dev.eventmanager.contracts.json.BrokenContractException if it cannot be read; says
   *     where and what to do
   */
  public static ServiceContract read(Path file) {
    return parse(file.toString(), ContractJson.text(file));
  }

  /**
   * The contract in the text of a file.
   *
   * @param where the file, for the message
   * @throws dev.eventmanager.contracts.json.BrokenContractException if it is broken
   */
  public static ServiceContract parse(String where, String text) {
    return JSON.read(where, text, ServiceContract.class);
  }

  /** The text of its file. */
  public String toJson() {
    return JSON.write(this);
  }

  static void require(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("\"%s\" is missing".formatted(field));
    }
  }

  private static void requireRoutingKey(String text) {
    if (RoutingKey.parse(text).isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a routing key; write <exchange>.v<version>.<event>".formatted(text));
    }
  }
}
