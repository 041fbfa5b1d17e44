package dev.eventmanager.local;

import dev.eventmanager.local.backing.Broker;
import dev.eventmanager.local.backing.Databases;
import dev.eventmanager.local.backing.Ports;
import dev.eventmanager.local.backing.Sqs;
import dev.eventmanager.local.backing.SqsAccess;
import dev.eventmanager.local.process.ProcessFolders;
import dev.eventmanager.local.process.ServiceSpec;
import dev.eventmanager.local.process.Supervisor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The whole shop: a broker, an SQS endpoint, the three services and the bridge, each service a
 * process of its own. {@link #close()} may be called at any time, also while {@link #start()} runs
 * in another thread.
 */
public final class Shop implements AutoCloseable {

  private final ShopSettings settings;
  private final ShopListener listener;
  private final ShopServices services;
  private final Supervisor supervisor;
  private final CompletableFuture<Broker> broker = new CompletableFuture<>();
  private final CompletableFuture<Sqs> sqs = new CompletableFuture<>();

  public Shop(ShopSettings settings, ShopListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.services = new ShopServices(settings, OperatorLogin.ofThisRun());
    this.supervisor = new Supervisor(settings.folders(), listener);
  }

  /**
   * Starts everything at once, since the services wait for their broker by themselves, and returns
   * when all of it is healthy.
   *
   * @throws dev.eventmanager.local.backing.UnavailableException if a port is taken, or a broker,
   *     database or SQS endpoint that was given does not answer; nothing has been started then
   * @throws dev.eventmanager.local.process.ServiceFailedException if a service does not start
   */
  public void start() throws InterruptedException {
    Ports.requireFree(settings.portsByFlag());
    settings.rabbitmq().ifPresent(uri -> broker.complete(Broker.at(uri)));
    settings.sqs().ifPresent(uri -> sqs.complete(Sqs.at(uri)));
    List<ServiceSpec> specs = services.specs(sqsAccess());
    startEmbedded("broker", broker, () -> Broker.embedded(settings.ports().broker()));
    startEmbedded("SQS", sqs, () -> Sqs.embedded(settings.ports().sqs()));
    supervisor.launch(specs);
    listener.ready("broker", broker().address(), broker().description());
    listener.ready("SQS", sqs().access().endpoint().toString(), sqs().description());
    supervisor.awaitHealthy(specs);
  }

  private SqsAccess sqsAccess() {
    return settings.sqs().isPresent()
        ? sqs().access()
        : Sqs.embeddedAccess(settings.ports().sqs());
  }

  private static <T> void startEmbedded(String name, CompletableFuture<T> part, Supplier<T> start) {
    if (part.isDone()) {
      return;
    }
    Thread thread = new Thread(
        () -> {
          try {
            part.complete(start.get());
          } catch (RuntimeException e) {
            part.completeExceptionally(e);
          }
        },
        name + "-start");
    thread.setDaemon(true);
    thread.start();
  }

  /** The broker, once it has started. */
  public Broker broker() {
    return started(broker);
  }

  /** The SQS endpoint, once it has started. */
  public Sqs sqs() {
    return started(sqs);
  }

  private static <T> T started(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Where the services keep their data. */
  public Databases databases() {
    return settings.databases();
  }

  public ShopServices services() {
    return services;
  }

  /** The processes of the services, and through them their memory. */
  public Supervisor supervisor() {
    return supervisor;
  }

  public ProcessFolders folders() {
    return settings.folders();
  }

  /** Stops the services in order, then what they stand on. */
  @Override
  public void close() {
    supervisor.close();
    sqs.thenAccept(Sqs::close);
    broker.thenAccept(Broker::close);
  }
}
