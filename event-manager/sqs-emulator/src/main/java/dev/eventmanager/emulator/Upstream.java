package dev.eventmanager.emulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.eventmanager.emulator.FaultProxy.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The endpoint behind the proxy, over connections that are kept. */
final class Upstream {

  /** What an endpoint that speaks SQS looks at. */
  private static final List<String> HEADERS =
      List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI target;

  Upstream(URI target) {
    this.target = target;
  }

  /** Waits for the answer. */
  Answer send(HttpExchange exchange, byte[] body) {
    var request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    copy(exchange.getRequestHeaders(), request);
    try {
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The proxy was closed meanwhile", e);
    }
  }

  private static void copy(Headers headers, HttpRequest.Builder request) {
    for (var name : HEADERS) {
      var value = headers.getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
  }
}
