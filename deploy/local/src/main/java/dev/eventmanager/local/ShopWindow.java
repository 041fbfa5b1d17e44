package dev.eventmanager.local;

import com.rabbitmq.client.Connection;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.local.console.Terminal;
import dev.eventmanager.local.demo.Demonstration;
import dev.eventmanager.local.demo.ForeignPublisher;
import dev.eventmanager.local.demo.Measurement;
import dev.eventmanager.local.demo.ShopClient;
import dev.eventmanager.local.journey.JourneyTeller;
import dev.eventmanager.local.journey.Journeys;
import dev.eventmanager.local.journey.MirrorReader;
import dev.eventmanager.local.journey.Wiretap;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where a person looks into a running shop: sees every event go its way, and has orders placed. */
final class ShopWindow implements AutoCloseable {

  private final Clock clock = Clock.systemUTC();
  private final Shop shop;
  private final Terminal terminal;
  private final ShopConsole console;
  private final ShopClient client;
  private final JourneyTeller teller;
  private final Journeys journeys;
  private final Connection connection;
  private final SqsClient sqs;

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
    new Wiretap(clock, console::see).listen(connection, exchanges());
  }

  private static List<String> exchanges() {
    return EventCatalogue.load(ShopWindow.class.getClassLoader()).exchanges().stream()
        .map(exchange -> exchange.name())
        .toList();
  }

  /** Begins to tell every event. */
  void open(boolean readSqs) {
    console.watch(journeys::see);
    if (readSqs) {
      new MirrorReader(sqs, mirrorUrl(), clock, console::see).start();
    }
  }

  private String mirrorUrl() {
    return sqs.getQueueUrl(request -> request.queueName(ShopServices.MIRROR_QUEUE))
        .queueUrl();
  }

  void demonstrate() throws IOException, InterruptedException {
    terminal.print("");
    terminal.print(
        "Five orders are placed now. Each line is an event: when, what, which queues handled it how long"
            + " after its publication, and where it stands in SQS.");
    new Demonstration(
            client,
            new ForeignPublisher(connection),
            (order, title) -> teller.title(order.toString(), title))
        .run();
    while (!journeys.allTold()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  void measure(int orders) throws InterruptedException {
    Measurement measurement = new Measurement(client, clock);
    console.watch(measurement::see);
    terminal.print("");
    terminal.print(measurement.of(orders, terminal::progress).toString());
  }

  void showAddresses(boolean sqsKept) {
    new Addresses(shop, terminal).print(mirrorUrl(), sqsKept);
  }

  @Override
  public void close() throws IOException {
    journeys.close();
    sqs.close();
    connection.close();
  }
}
