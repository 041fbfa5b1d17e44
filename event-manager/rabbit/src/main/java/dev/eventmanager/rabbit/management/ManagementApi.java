package dev.eventmanager.rabbit.management;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a virtual host through RabbitMQ's management plugin; changes nothing. Thread-safe. */
public final class ManagementApi {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

  // The plugin of RabbitMQ 3.10 agrees to HTTP/2 and then breaks off.
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(CONNECT_LIMIT)
      .build();
  private final JsonMapper json = JsonMapper.builder().build();
  private final ManagementAddress address;

  public ManagementApi(ManagementAddress address) {
    this.address = address;
  }

  /**
   * What stands there now.
   *
   * @throws ManagementUnavailableException if the plugin cannot be reached, refuses, or is none
   */
  public BrokerState read() {
    return new BrokerState(
        "live on " + address,
        list("exchanges", this::exchange).stream()
            .filter(exchange -> !exchange.name().isEmpty() && !exchange.name().startsWith("amq."))
            .toList(),
        list("queues", this::queue),
        list("bindings", this::binding).stream()
            .filter(binding -> !binding.source().isEmpty())
            .toList());
  }

  private BrokerState.Exchange exchange(JsonNode node) {
    return new BrokerState.Exchange(
        text(node, "name"), text(node, "type"), node.path("durable").asBoolean(), arguments(node));
  }

  private BrokerState.Queue queue(JsonNode node) {
    return new BrokerState.Queue(
        text(node, "name"), node.path("durable").asBoolean(), arguments(node));
  }

  private BrokerState.Binding binding(JsonNode node) {
    return new BrokerState.Binding(
        text(node, "source"),
        text(node, "destination"),
        text(node, "destination_type").equals("queue"),
        text(node, "routing_key"),
        arguments(node));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  /** The plugin writes an empty list where there are none. */
  private Map<String, Object> arguments(JsonNode node) {
    JsonNode arguments = node.path("arguments");
    return arguments.isObject() ? json.convertValue(arguments, ARGUMENTS) : Map.of();
  }

  private <T> List<T> list(String kind, Function<JsonNode, T> item) {
    JsonNode answer = get(address.resource(kind));
    if (!answer.isArray()) {
      throw failed("it answers something else than a list of %s".formatted(kind), null);
    }
    return answer.valueStream().map(item).toList();
  }

  private JsonNode get(URI resource) {
    HttpRequest request = HttpRequest.newBuilder(resource)
        .timeout(ANSWER_LIMIT)
        .header("Authorization", address.authorization())
        .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw refused(response.statusCode());
      }
      return json.readTree(response.body());
    } catch (IOException unreachable) {
      throw failed(
          "it cannot be reached (%s); enable it (rabbitmq-plugins enable rabbitmq_management), or correct event-manager.topology.management-url"
              .formatted(unreachable),
          unreachable);
    } catch (JacksonException notJson) {
      throw failed("it does not answer in JSON; is it RabbitMQ's management plugin?", notJson);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw failed("interrupted", interrupt);
    }
  }

  private ManagementUnavailableException refused(int status) {
    return switch (status) {
      case 401 ->
        failed(
            "it does not let user \"%s\" in; give the user the tag \"management\", or set event-manager.topology.management-user and management-password"
                .formatted(address.user()),
            null);
      case 404 ->
        failed("it knows no such virtual host, or is no management plugin of RabbitMQ", null);
      default -> failed("it answers with status " + status, null);
    };
  }

  private ManagementUnavailableException failed(String why, @Nullable Throwable cause) {
    return new ManagementUnavailableException(
        "RabbitMQ's management plugin at %s: %s".formatted(address, why), cause);
  }
}
