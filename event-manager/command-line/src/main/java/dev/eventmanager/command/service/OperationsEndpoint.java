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
 * What a service answers about its parked events or its topology. Each call is one request.
 *
 * @see dev.eventmanager.command.terminal.FailedException which each call throws where there is no
 *     such answer
 */
public final class OperationsEndpoint {

  private static final String JSON_TYPE = "application/json";
  private static final String TEXT_TYPE = "text/plain";
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
    return complaints.json(send(path, request(path, query, JSON_TYPE).GET()));
  }

  /** The same in words for people, where the endpoint has them. */
  public String text(String path, Map<String, String> query) {
    return complaints.text(send(path, request(path, query, TEXT_TYPE).GET()));
  }

  /** {@code path} is below the endpoint, such as {@code /operations}. */
  public JsonNode post(String path, JsonNode body) {
    return complaints.json(post(path, body, JSON_TYPE));
  }

  /** The same, answered in words for people. */
  public String postForText(String path, JsonNode body) {
    return complaints.text(post(path, body, TEXT_TYPE));
  }

  private Answer post(String path, JsonNode body, String accepted) {
    return send(
        path,
        request(path, Map.of(), accepted)
            .header("Content-Type", JSON_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(String path, Map<String, String> query, String accepted) {
    return HttpRequest.newBuilder(address.resolve(path, query))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", credentials.header())
        .header("Accept", accepted + ", application/problem+json");
  }

  private Answer send(String path, HttpRequest.Builder request) {
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
