package dev.eventmanager.command.service;

import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.FailedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Where an operations endpoint of a service is. */
record ServiceAddress(URI endpoint) {

  static ServiceAddress of(String given, String endpoint) {
    try {
      URI uri = new URI(given.replaceAll("/+$", ""));
      if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
        throw unusable(given);
      }
      return new ServiceAddress(
          uri.getPath().isEmpty() ? URI.create(uri + "/actuator/" + endpoint) : uri);
    } catch (URISyntaxException e) {
      throw unusable(given);
    }
  }

  private static FailedException unusable(String given) {
    return new FailedException(
        ExitStatus.MISUNDERSTOOD,
        "--url is \"%s\"; it looks like http://127.0.0.1:9082".formatted(given));
  }

  URI resolve(String path, Map<String, String> query) {
    String parameters = query.entrySet().stream()
        .map(each ->
            each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return URI.create(endpoint + path + (parameters.isEmpty() ? "" : "?" + parameters));
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}
