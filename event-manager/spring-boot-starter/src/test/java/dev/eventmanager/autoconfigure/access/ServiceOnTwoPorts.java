package dev.eventmanager.autoconfigure.access;

import dev.eventmanager.autoconfigure.EventManagerAutoConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service with a page for customers on one port and its management on another, asked over real
 * HTTP. Its operators are "viewer" and "operator", each with the password "secret".
 */
final class ServiceOnTwoPorts implements AutoCloseable {

  private static final String SECRET =
      "{bcrypt}$2a$04$cfNSjvqfk.FLypNSANCAcuF3YTI0W6IZr2auaEIr/CUx3vZTYmUDe";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext context;

  private ServiceOnTwoPorts(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static ServiceOnTwoPorts start(Class<?> security, String... properties) {
    return new ServiceOnTwoPorts(new SpringApplicationBuilder(Pages.class, security)
        .properties(
            "server.port=0",
            "management.server.port=0",
            "management.endpoints.web.exposure.include=health,parked",
            "event-manager.operations.users[0].name=viewer",
            "event-manager.operations.users[0].password=" + SECRET,
            "event-manager.operations.users[0].roles=EVENT_VIEWER",
            "event-manager.operations.users[1].name=operator",
            "event-manager.operations.users[1].password=" + SECRET,
            "event-manager.operations.users[1].roles=EVENT_OPERATOR")
        .properties(properties)
        .run());
  }

  /** The status of a request without credentials to the port for customers. */
  int publicly(String path) {
    return send(request("local.server.port", path)).statusCode();
  }

  int publicly(String path, String user) {
    return send(as(user, request("local.server.port", path))).statusCode();
  }

  HttpRequest.Builder management(String path) {
    return request("local.management.port", path);
  }

  static HttpRequest.Builder as(String user, HttpRequest.Builder request) {
    String credentials = user.contains(":") ? user : user + ":secret";
    return request.header(
        "Authorization",
        "Basic "
            + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  static HttpRequest.Builder posting(HttpRequest.Builder request) {
    return request
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{}"));
  }

  static int status(HttpRequest.Builder request) {
    return send(request).statusCode();
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s"
        .formatted(context.getEnvironment().getRequiredProperty(port), path)));
  }

  @Override
  public void close() {
    context.close();
  }

  /** What every service here has. */
  @EnableAutoConfiguration(
      exclude = {
        DataSourceAutoConfiguration.class,
        EventManagerAutoConfiguration.class,
        RabbitAutoConfiguration.class
      },
      excludeName = "dev.eventmanager.autoconfigure.subscribe.SubscribersAutoConfiguration")
  static class Pages {

    @Bean
    Page page() {
      return new Page();
    }

    @Bean
    StubEndpoint stubEndpoint() {
      return new StubEndpoint();
    }
  }

  @RestController
  static class Page {

    @GetMapping("/page")
    String page() {
      return "welcome";
    }
  }

  /** In the place of the one that needs a database. */
  @WebEndpoint(id = "parked")
  static class StubEndpoint {

    @ReadOperation
    String list() {
      return "parked events";
    }

    @WriteOperation
    String preview(@Selector String operations) {
      return "previewed";
    }
  }
}
