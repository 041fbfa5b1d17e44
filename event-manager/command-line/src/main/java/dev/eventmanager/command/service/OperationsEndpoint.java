package dev.eventmanager.command.service;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answers about its parked events. Each call is one request.
 *
 * @see dev.eventmanager.command.terminal.FailedException which each call throws where there is no
 *     such answer
 */
public final class OperationsEndpoint {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  /** Amounts are shown as they are written. */
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(CONNECT_LIMIT)
      .build();
  private final ServiceAddress address;
  private final Credentials credentials;
  private final Complaints complaints;

  OperationsEndpoint(ServiceAddress address, Credentials credentials) {
    this.address = address;
    this.credentials = credentials;
    this.complaints = new Complaints(address, credentials);
  }

  /** {@code path} is below the endpoint, such as {@code /groups}. */
  public JsonNode get(String path, Map<String, String> query) {
    return send(path, request(path, query).GET());
  }

  /** {@code path} is below the endpoint, such as {@code /operations}. */
  public JsonNode post(String path, JsonNode body) {
    return send(
        path,
        request(path, Map.of())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    return HttpRequest.newBuilder(address.resolve(path, query))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", credentials.header())
        .header("Accept", "application/json, application/problem+json");
  }

  private JsonNode send(String path, HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return complaints.unlessFine(path, Answer.of(response, JSON));
    } catch (IOException unreachable) {
      throw complaints.of(unreachable);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
