package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * RabbitMQ's management plugin, as far as virtual hosts go: a few milliseconds over HTTP, where a
 * call of rabbitmqctl takes a second.
 */
final class RabbitMqManagement {
  // The plugin of RabbitMQ 3.10 agrees to HTTP/2 and then breaks off.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final AtomicInteger virtualHosts = new AtomicInteger();

  /**
   * The plugin at an address.
   *
   * @param address with user and password, such as {@code http://guest:guest@localhost:15672}
   */
  RabbitMqManagement(URI address) {
    this.address = address;
  }

  /** Makes a virtual host with a name of its own, on which the user of this address may do all. */
  VirtualHost open(String purpose, URI broker) {
    String name =
        purpose + "-" + ProcessHandle.current().pid() + "-" + virtualHosts.incrementAndGet();
    send("PUT", name);
    return VirtualHost.own(
            BrokerKind.RABBITMQ, broker.resolve("/" + name), () -> send("DELETE", name))
        .managedAt(address);
  }

  private void send(String method, String virtualHost) {
    URI resource =
        address.resolve("/api/vhosts/" + URLEncoder.encode(virtualHost, StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(resource)
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Basic " + credentials())
        .method(method, BodyPublishers.noBody())
        .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw failed(
            method, resource, "HTTP " + response.statusCode() + " " + response.body(), null);
      }
    } catch (IOException e) {
      throw failed(method, resource, e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(method, resource, "interrupted", e);
    }
  }

  private static BrokerUnavailableException failed(
      String method, URI resource, String why, @Nullable Exception cause) {
    String address = resource.getHost() + ":" + resource.getPort() + resource.getRawPath();
    return new BrokerUnavailableException(
        "RabbitMQ's management plugin refused %s %s: %s".formatted(method, address, why), cause);
  }

  private String credentials() {
    return Base64.getEncoder()
        .encodeToString(address.getUserInfo().getBytes(StandardCharsets.UTF_8));
  }
}
