package dev.eventmanager.autoconfigure.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.IncludeExcludeEndpointFilter;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Whether the operations endpoint is served, in one line: where and for whom, or what it lacks. */
public final class OperationsNote {

  private static final EndpointId PARKED = EndpointId.of("parked");

  private final Environment environment;
  private final ObjectProvider<PathMappedEndpoints> endpoints;
  private final ObjectProvider<OperationsProperties> properties;

  OperationsNote(
      Environment environment,
      ObjectProvider<PathMappedEndpoints> endpoints,
      ObjectProvider<OperationsProperties> properties) {
    this.environment = environment;
    this.endpoints = endpoints;
    this.properties = properties;
  }

  /** {@code inDatabase} tells whether parked events are in the service's database. */
  public String text(boolean inDatabase) {
    String path = path();
    if (path == null) {
      return "off; " + reason(inDatabase);
    }
    return "%s on management port %s, for the users in event-manager.operations.users: %s"
        .formatted(path, environment.getProperty("management.server.port"), users());
  }

  private @Nullable String path() {
    PathMappedEndpoints served = endpoints.getIfAvailable();
    return served == null ? null : served.getPath(PARKED);
  }

  private String users() {
    OperationsProperties settings = properties.getIfAvailable();
    return settings == null || settings.users().isEmpty()
        ? "none"
        : settings.users().stream()
            .map(OperationsProperties.User::toString)
            .collect(Collectors.joining(", "));
  }

  private String reason(boolean inDatabase) {
    List<String> missing = new ArrayList<>();
    if (!inDatabase) {
      missing.add("parked events in a database (one DataSource, or one that is @Primary)");
    }
    missing.addAll(GuardedPort.missing(environment, ClassUtils.getDefaultClassLoader()));
    if (!exposed()) {
      missing.add("\"parked\" in management.endpoints.web.exposure.include");
    }
    return missing.isEmpty()
        ? "the service serves no HTTP by servlets, or management.endpoint.parked.access forbids it"
        : "the endpoint needs " + String.join(", and ", missing);
  }

  private boolean exposed() {
    return new IncludeExcludeEndpointFilter<>(
            ExposableWebEndpoint.class,
            environment,
            "management.endpoints.web.exposure",
            EndpointExposure.WEB.getDefaultIncludes())
        .match(PARKED);
  }
}
