package dev.eventmanager.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Buckets and objects in this JVM, as far as large bodies need them: made, put, got, asked for. The
 * bucket stands in the path.
 */
public final class EmbeddedS3 implements AutoCloseable {

  private final Set<String> buckets = ConcurrentHashMap.newKeySet();
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile @Nullable Refusal refusal;

  private EmbeddedS3(HttpServer server) {
    this.server = server;
  }

  public static EmbeddedS3 start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var s3 = new EmbeddedS3(HttpServer.create(address, 0));
      s3.server.setExecutor(s3.threads);
      s3.server.createContext("/", s3::serve);
      s3.server.start();
      return s3;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  public EmbeddedS3 withBucket(String bucket) {
    buckets.add(bucket);
    return this;
  }

  /** What it keeps, by {@code bucket/key}. */
  public Map<String, byte[]> objects() {
    return Map.copyOf(objects);
  }

  /** Answers every request with this from now on. */
  public void refuse(int status, String code) {
    refusal = new Refusal(status, code);
  }

  /** Works again. */
  public void heal() {
    refusal = null;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var refused = refusal;
      if (refused == null) {
        answer(exchange, exchange.getRequestURI().getPath().substring(1), body);
      } else {
        refuse(exchange, refused.status(), refused.code());
      }
    }
  }

  private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
    var slash = path.indexOf('/');
    var bucket = slash < 0 ? path : path.substring(0, slash);
    if (!buckets.contains(bucket)) {
      refuse(exchange, 404, "NoSuchBucket");
    } else if (slash < 0) {
      send(exchange, 200, new byte[0]);
    } else if (exchange.getRequestMethod().equals("PUT")) {
      objects.put(path, body);
      send(exchange, 200, new byte[0]);
    } else {
      get(exchange, path);
    }
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    var object = objects.get(path);
    if (object == null) {
      refuse(exchange, 404, "NoSuchKey");
    } else {
      send(exchange, 200, object);
    }
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    var answer = "<Error><Code>%s</Code><Message>said the embedded S3</Message></Error>";
    send(exchange, status, answer.formatted(code).getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    var nothing = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, nothing ? -1 : body.length);
    if (!nothing) {
      exchange.getResponseBody().write(body);
    }
  }

  private record Refusal(int status, String code) {}
}
