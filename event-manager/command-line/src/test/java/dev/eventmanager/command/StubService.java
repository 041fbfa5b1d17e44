package dev.eventmanager.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as it was told to, and remembers what it was asked. */
final class StubService implements AutoCloseable {

  /** One answer. */
  private record Answer(int status, String contentType, String body) {}

  private final HttpServer server;
  private final Map<String, Queue<Answer>> answers = new HashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> credentials = new CopyOnWriteArrayList<>();

  StubService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** {@code request} is such as {@code GET /actuator/parked}; told twice, it is answered in turn. */
  StubService on(String request, int status, String contentType, String body) {
    answers
        .computeIfAbsent(request, key -> new ArrayDeque<>())
        .add(new Answer(status, contentType, body));
    return this;
  }

  StubService on(String request, String json) {
    return on(request, 200, "application/json", json);
  }

  /** Method, path and query, and the body where there was one. */
  List<String> requests() {
    return requests;
  }

  List<String> credentials() {
    return credentials;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add((asked + " " + sent).strip());
    credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
    Queue<Answer> told = answers.getOrDefault(
        exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
        new ArrayDeque<>(List.of(new Answer(404, "text/plain", "no such page"))));
    Answer answer = told.size() > 1 ? told.remove() : told.element();
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
