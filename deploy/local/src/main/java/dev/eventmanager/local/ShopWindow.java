package dev.eventmanager.local;

import com.rabbitmq.client.Connection;
import dev.eventmanager.local.console.Terminal;
import dev.eventmanager.local.demo.Demonstration;
import dev.eventmanager.local.demo.Measurement;
import dev.eventmanager.local.demo.Narrator;
import dev.eventmanager.local.demo.ShopClient;
import dev.eventmanager.local.journey.JourneyTeller;
import dev.eventmanager.local.journey.Journeys;
import dev.eventmanager.local.journey.MirrorReader;
import dev.eventmanager.local.journey.Wiretap;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where a person looks into a running shop: sees every event go its way, and has orders placed. */
final class ShopWindow implements Narrator, AutoCloseable {

  private final Clock clock = Clock.systemUTC();
  private final Shop shop;
  private final Terminal terminal;
  private final ShopConsole console;
  private final ShopClient client;
  private final JourneyTeller teller;
  private final Journeys journeys;
  private final Connection connection;
  private final SqsClient sqs;
  private @Nullable MirrorReader mirror;

  ShopWindow(Shop shop, Terminal terminal, ShopConsole console) throws IOException {
    this.shop = shop;
    this.terminal = terminal;
    this.console = console;
    this.client = new ShopClient(
        shop.services().order(), shop.services().billing(), shop.services().logistic());
    this.teller = new JourneyTeller(terminal);
    this.journeys = new Journeys(clock, teller);
    this.connection = shop.broker().connect("shop-window");
    this.sqs = shop.sqs().access().client();
    new Wiretap(clock, console::see).listen(connection, shop.services().exchanges());
  }

  /** Begins to tell every event. */
  void open() {
    console.watch(journeys::see);
    mirror = new MirrorReader(sqs, urlOf(ShopServices.WINDOW_QUEUE), clock, console::see);
    mirror.start();
  }

  private String urlOf(String queue) {
    return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
  }

  void demonstrate() throws InterruptedException {
    terminal.print("");
    terminal.print(
        "Six orders are placed now. Each line is an event: when, what, which queues handled it how long"
            + " after its publication, and where it stands in SQS.");
    try (ForeignPublisher stranger = ForeignPublisher.connect(shop.broker().connectionFactory())) {
      new Demonstration(client, stranger, this).run();
    } catch (IllegalStateException | UncheckedIOException e) {
      terminal.print(terminal.red("The demonstration ended early. ") + e.getMessage());
    }
  }

  @Override
  public void begin(long order, String about) {
    teller.title(Long.toString(order), about);
  }

  @Override
  public void awaitTold() throws InterruptedException {
    do {
      TimeUnit.MILLISECONDS.sleep(50);
    } while (!journeys.allTold());
  }

  @Override
  public void end(long order, String outcome) {
    teller.conclude(Long.toString(order), outcome);
  }

  void measure(int orders) throws InterruptedException {
    Measurement measurement = new Measurement(client, clock);
    console.watch(measurement::see);
    terminal.print("");
    terminal.print(measurement.of(orders, terminal::progress).toString());
  }

  void showAddresses() {
    new Addresses(shop, terminal).print(urlOf(ShopServices.MIRROR_QUEUE));
  }

  @Override
  public void close() throws IOException {
    journeys.close();
    if (mirror != null) {
      mirror.close();
    }
    sqs.close();
    connection.close();
  }
}
