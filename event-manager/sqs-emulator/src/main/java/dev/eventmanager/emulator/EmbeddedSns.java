package dev.eventmanager.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * FIFO topics in this JVM that deliver to the queues of an {@link EmbeddedSqs}: groups, order,
 * deduplication, filter policies of exact values and prefixes, raw delivery.
 *
 * <p>Where it differs from AWS: it delivers before it answers, keeps nothing for a queue that is
 * away, and takes any credentials.
 */
public final class EmbeddedSns implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private volatile Optional<SnsAnswer> outage = Optional.empty();
  private final HttpServer server;
  private final SnsOperations operations;

  private EmbeddedSns(HttpServer server, SnsOperations operations) {
    this.server = server;
    this.operations = operations;
  }

  /** Topics before these queues, going by a clock in what they deduplicate. */
  public static EmbeddedSns before(EmbeddedSqs sqs, Clock clock) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var operations = new SnsOperations(new QueueDelivery(sqs.plainClient()), clock);
      var sns = new EmbeddedSns(HttpServer.create(address, 0), operations);
      sns.server.setExecutor(sns.threads);
      sns.server.createContext("/", sns::serve);
      sns.server.start();
      return sns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Refuses whatever it is asked, until it is healed. */
  public EmbeddedSns refuse(int status, String code) {
    outage = Optional.of(SnsAnswer.error(status, code, "said the embedded SNS"));
    return this;
  }

  /** Serves again as it should. */
  public void heal() {
    outage = Optional.empty();
  }

  /** Refuses the next PublishBatch as a whole; several come one after the other. */
  public EmbeddedSns refuseOnce(int status, String code) {
    faults.add(batch -> SnsAnswer.error(status, code, "said the embedded SNS"));
    return this;
  }

  /** Publishes the next batch and answers nothing. */
  public EmbeddedSns loseAnswerOnce() {
    faults.add(batch -> {
      operations.answer(batch);
      return SnsAnswer.NONE;
    });
    return this;
  }

  /** Fails the entry with this message in the next PublishBatch, and publishes the others. */
  public EmbeddedSns failEntryOnce(String message, String code, boolean senderFault) {
    faults.add(
        batch -> operations.publishBatch(batch, new EntryFailure(message, code, senderFault)));
    return this;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    operations.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form = exchange.getRequestBody().readAllBytes();
      var request = SnsRequest.parse(new String(form, StandardCharsets.UTF_8));
      var answer = outage.orElseGet(() -> answer(request));
      if (!answer.equals(SnsAnswer.NONE)) {
        var bytes = answer.xml().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private SnsAnswer answer(SnsRequest request) {
    var fault = request.action().equals("PublishBatch") ? faults.poll() : null;
    return fault == null ? operations.answer(request) : fault.apply(request);
  }

  /** What happens to a batch. */
  private interface Fault {
    SnsAnswer apply(SnsRequest batch);
  }

  /** An entry that fails by order. */
  record EntryFailure(String message, String code, boolean senderFault) {}
}
