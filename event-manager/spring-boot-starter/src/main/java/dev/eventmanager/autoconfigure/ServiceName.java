package dev.eventmanager.autoconfigure;

import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * What this service is called: the source of its events, the first word of its queues.
 *
 * @param value empty if nobody said
 */
public record ServiceName(String value) {

  private static final String SUFFIX = "-service";

  static ServiceName of(EventManagerProperties properties, Environment environment) {
    String name = Optional.ofNullable(properties.service())
        .or(() -> Optional.ofNullable(environment.getProperty("spring.application.name")))
        .orElse("");
    return new ServiceName(
        name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name);
  }

  /** What is wrong with it, for the start-up report. */
  public List<String> problems() {
    return value.isBlank()
        ? List.of(
            "the service has no name; set spring.application.name=<name>, or event-manager.service")
        : List.of();
  }
}
