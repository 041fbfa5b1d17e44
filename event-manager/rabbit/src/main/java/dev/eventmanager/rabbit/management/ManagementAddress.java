package dev.eventmanager.rabbit.management;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a broker's management plugin answers, to whom, and of what virtual host.
 *
 * @param url such as {@code http://localhost:15672}
 */
public record ManagementAddress(URI url, String user, String password, String virtualHost) {

  /**
   * The address that was given.
   *
   * @throws IllegalArgumentException if it is none of HTTP
   */
  public static ManagementAddress of(String url, String user, String password, String virtualHost) {
    try {
      URI uri = new URI(url.replaceAll("/+$", ""));
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
        return new ManagementAddress(uri, user, password, virtualHost);
      }
    } catch (URISyntaxException notOne) {
      // said below
    }
    throw new IllegalArgumentException(
        "\"%s\" is no address of RabbitMQ's management plugin; one looks like http://localhost:15672"
            .formatted(url));
  }

  URI resource(String kind) {
    return URI.create("%s/api/%s/%s"
        .formatted(
            url, kind, URLEncoder.encode(virtualHost, StandardCharsets.UTF_8).replace("+", "%20")));
  }

  String authorization() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Without the password, for it is printed. */
  @Override
  public String toString() {
    return "%s, virtual host \"%s\"".formatted(url, virtualHost);
  }
}
