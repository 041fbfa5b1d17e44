package dev.eventmanager.local;

import dev.eventmanager.local.backing.Databases;
import dev.eventmanager.local.process.ProcessFolders;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to run the shop. What is empty is embedded.
 *
 * @param home the root of the source tree, where the executable jars are found
 * @param state where the running shop keeps logs, class archives and embedded databases
 * @param overrides further environment variables by the name of the service that gets them
 */
public record ShopSettings(
    Path home,
    Path state,
    ShopPorts ports,
    Optional<URI> rabbitmq,
    Optional<String> postgres,
    Optional<URI> sqs,
    Map<String, Map<String, String>> overrides) {

  ProcessFolders folders() {
    return new ProcessFolders(state, home.resolve("deploy/local/target/shop-local-tether.jar"));
  }

  Map<String, Integer> portsByFlag() {
    return ports.byFlag(rabbitmq.isEmpty(), sqs.isEmpty());
  }

  /**
   * Embedded databases start empty with an embedded broker, which forgets as well what was on its
   * way.
   */
  Databases databases() {
    if (postgres.isPresent()) {
      return new Databases.Postgres(postgres.get());
    }
    return new Databases.Embedded(state.resolve("data"), rabbitmq.isEmpty());
  }
}
