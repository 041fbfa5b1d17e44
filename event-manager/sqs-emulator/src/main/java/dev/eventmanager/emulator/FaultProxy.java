package dev.eventmanager.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands before an SQS endpoint and does to its requests what networks and AWS do at times. What
 * nothing befalls passes as it is. Safe for many threads; {@link Faults} has the faults.
 */
public final class FaultProxy implements AutoCloseable {

  private static final int ANY_PORT = 0;
  private static final int WAITING_CONNECTIONS = 1_000;

  private final JsonMapper json = new JsonMapper();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final FaultPlan plan = new FaultPlan();
  private volatile @Nullable Rules rules;
  private final HttpServer server;
  private final Upstream upstream;

  private FaultProxy(URI target, HttpServer server) {
    this.upstream = new Upstream(target);
    this.server = server;
  }

  public static FaultProxy before(URI target) {
    return before(target, ANY_PORT);
  }

  /** On this port. */
  public static FaultProxy before(URI target, int port) {
    // It writes head and body apart; waiting for the one to be acknowledged halves what it carries.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var proxy = new FaultProxy(target, HttpServer.create(address, WAITING_CONNECTIONS));
      proxy.server.setExecutor(proxy.threads);
      proxy.server.createContext("/", proxy::serve);
      proxy.server.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Insists on these rules from now on, faults or none. */
  public FaultProxy under(Rules insistedOn) {
    rules = insistedOn;
    return this;
  }

  /** Befalls the next SendMessageBatch; several come one after the other. */
  public FaultProxy once(Fault fault) {
    return once(Operation.SEND_MESSAGE_BATCH, fault);
  }

  /** Befalls the next request of this kind; several come one after the other. */
  public FaultProxy once(Operation operation, Fault fault) {
    plan.once(operation, fault);
    return this;
  }

  /** Befalls every SendMessageBatch for which there is no other fault. */
  public FaultProxy always(Fault fault) {
    return always(Operation.SEND_MESSAGE_BATCH, fault);
  }

  /** Befalls every request of this kind for which there is no other fault. */
  public FaultProxy always(Operation operation, Fault fault) {
    plan.always(operation, fault);
    return this;
  }

  /** Befalls every request of any kind for which there is no other fault. */
  public FaultProxy everywhere(Fault fault) {
    EnumSet.allOf(Operation.class).forEach(operation -> always(operation, fault));
    return this;
  }

  /** Ends all faults, those to come too, and forgets what it counted. Rules stay. */
  public void heal() {
    plan.clear();
  }

  /** How many requests to send a batch came by. */
  public int sends() {
    return requests(Operation.SEND_MESSAGE_BATCH);
  }

  /** How many requests of this kind came by since the last healing. */
  public int requests(Operation operation) {
    return plan.requests(operation);
  }

  /** From now on connections are refused. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var operation = Operation.of(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      var answer = answer(exchange, operation, body);
      if (answer.isGiven()) {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private Answer answer(HttpExchange exchange, Operation operation, byte[] body) {
    var fault = plan.next(operation);
    var insistedOn = rules;
    if (fault.equals(Faults.none()) && insistedOn == null) {
      return upstream.send(exchange, body);
    }
    Target endpoint = request -> upstream.send(exchange, json.writeValueAsBytes(request));
    Target lawful =
        insistedOn == null ? endpoint : request -> insistedOn.apply(operation, request, endpoint);
    return fault.apply((ObjectNode) json.readTree(body), lawful);
  }

  /** What happens to a request. */
  @FunctionalInterface
  public interface Fault {
    Answer apply(ObjectNode request, Target target);
  }

  /** The endpoint behind the proxy. */
  @FunctionalInterface
  public interface Target {
    Answer send(ObjectNode request);
  }

  /** An HTTP answer; or none at all, and the connection ends. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, byte[] body) {

    /** The connection ends without an answer. */
    public static final Answer NONE = new Answer(0, new byte[0]);

    /** One that the endpoint gives in this text. */
    public static Answer of(int status, String json) {
      return new Answer(status, json.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isGiven() {
      return status != 0;
    }

    public boolean isSuccess() {
      return status == 200;
    }
  }
}
