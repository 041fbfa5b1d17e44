package dev.eventmanager.local.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * One service to run: its executable jar, the port it answers on and the one that tells its health,
 * and its settings as environment variables (not as arguments, which every user of the machine can
 * read).
 */
public record ServiceSpec(
    String name, Path jar, int port, int managementPort, Map<String, String> environment) {

  public ServiceSpec {
    environment = Map.copyOf(environment);
  }

  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  URI health() {
    return URI.create("http://localhost:" + managementPort + "/actuator/health");
  }
}
