package dev.eventmanager.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the three services over HTTP, with nothing of their code. Thread-safe. */
public final class ShopClient {

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final JsonMapper json = new JsonMapper();
  private final URI order;
  private final URI billing;
  private final URI logistic;

  public ShopClient(URI order, URI billing, URI logistic) {
    this.order = order;
    this.billing = billing;
    this.logistic = logistic;
  }

  /** Places an order and gives its answer, whatever that is. */
  public Answer submit(String body, Map<String, String> headers) {
    return send("POST", order.resolve("/orders"), BodyPublishers.ofString(body), headers);
  }

  /** Places an order that must be accepted, of one product, and gives its id. */
  public long place(String customer, String product, int quantity) {
    Answer answer = submit(Orders.of(customer, product, quantity), Map.of());
    if (answer.status() != 201) {
      throw new IllegalStateException(
          "The order of %s was not taken: %s".formatted(customer, answer));
    }
    return answer.body().path("id").asLong();
  }

  public Answer order(long id) {
    return get(order.resolve("/orders/" + id));
  }

  /** The status of an order, such as {@code DELIVERED}. */
  public String statusOf(long id) {
    return order(id).state();
  }

  public Answer chargeBack(long id) {
    return post(order.resolve("/orders/" + id + "/chargeback"));
  }

  public Answer invoice(long orderId) {
    return get(billing.resolve("/invoices/" + orderId));
  }

  public Answer entries(long orderId) {
    return get(billing.resolve("/ledger/entries?orderId=" + orderId));
  }

  public Answer balance() {
    return get(billing.resolve("/ledger/balance"));
  }

  public Answer shipment(long orderId) {
    return get(logistic.resolve("/shipments/" + orderId));
  }

  /** Tells logistic that the parcel has arrived. */
  public Answer delivered(long orderId) {
    return post(logistic.resolve("/shipments/" + orderId + "/delivered"));
  }

  private Answer get(URI address) {
    return send("GET", address, BodyPublishers.noBody(), Map.of());
  }

  private Answer post(URI address) {
    return send("POST", address, BodyPublishers.noBody(), Map.of());
  }

  private Answer send(String method, URI address, BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .method(method, body);
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          json.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException("%s %s failed: %s".formatted(method, address, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method + " " + address + " was interrupted", e);
    }
  }

  /** What a service answered. */
  public record Answer(int status, String contentType, JsonNode body) {

    /** The status of what was asked for, such as {@code DELIVERED}; {@code none} if there is none. */
    public String state() {
      return status == 200 ? body.path("status").asString() : "none";
    }
  }
}
