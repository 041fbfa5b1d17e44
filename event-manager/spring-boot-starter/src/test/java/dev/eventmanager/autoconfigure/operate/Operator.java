package dev.eventmanager.autoconfigure.operate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service's management port, as the operator "ada" unless told otherwise. */
final class Operator {

  static final String[] SETTINGS = {
    "server.port=0",
    "management.server.port=0",
    "management.endpoints.web.exposure.include=health,parked,topology",
    "event-manager.operations.users[0].name=ada",
    "event-manager.operations.users[0].password={noop}secret",
    "event-manager.operations.users[0].roles=EVENT_OPERATOR"
  };

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();
  private final String endpoint;
  private final String credentials;

  Operator(int managementPort) {
    this(managementPort, "parked");
  }

  Operator(int managementPort, String id) {
    this("http://127.0.0.1:%d/actuator/%s".formatted(managementPort, id), "ada:secret");
  }

  private Operator(String endpoint, String credentials) {
    this.endpoint = endpoint;
    this.credentials = credentials;
  }

  /** The same with another name and password. */
  Operator as(String otherCredentials) {
    return new Operator(endpoint, otherCredentials);
  }

  /** What came back. */
  record Answer(int status, String contentType, JsonNode body) {

    String detail() {
      return body.path("detail").asString();
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  /** What it says to people. */
  String text(String path) {
    return exchange(request(path).header("Accept", "text/plain").GET()).body();
  }

  Answer post(String path, String body) {
    return send(request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request);
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        json.readTree(response.body()));
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupt);
    }
  }
}
