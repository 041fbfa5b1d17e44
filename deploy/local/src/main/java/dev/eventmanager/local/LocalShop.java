package dev.eventmanager.local;

import dev.eventmanager.local.backing.UnavailableException;
import dev.eventmanager.local.console.LibraryLog;
import dev.eventmanager.local.console.Terminal;
import dev.eventmanager.local.process.ServiceFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@code ./run}. */
@Command(
    name = "./run",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "",
      "Runs the whole shop on this machine: broker, SQS, the three services and the bridge.",
      "Without flags everything is embedded: no installation, no configuration, no network.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:what was asked for is done (--measure, --help)",
      "1:something is missing or did not start; one line says what and what to do",
      "2:the command line is wrong",
      "130:ended by Ctrl-C, after everything was stopped in order (143: by kill)"
    })
public final class LocalShop implements Callable<Integer> {

  @Option(
      names = "--rabbitmq",
      paramLabel = "URI",
      defaultValue = "${env:SHOP_RABBITMQ}",
      description =
          "A RabbitMQ of your own, as amqp://user:password@host:5672/vhost (or SHOP_RABBITMQ).")
  private @Nullable URI rabbitmq;

  @Option(
      names = "--postgres",
      paramLabel = "URL",
      defaultValue = "${env:SHOP_POSTGRES}",
      description =
          "A PostgreSQL of your own, as jdbc:postgresql://host:5432/database?user=u&password=p"
              + " (or SHOP_POSTGRES); each service makes a schema there.")
  private @Nullable String postgres;

  @Option(
      names = "--sqs",
      paramLabel = "URI",
      defaultValue = "${env:SHOP_SQS}",
      description =
          "An SQS endpoint of your own (or SHOP_SQS), with the credentials of the AWS environment"
              + " variables or profile.")
  private @Nullable URI sqs;

  @Option(names = "--no-demo", description = "Place no orders; only start and show what happens.")
  private boolean noDemo;

  @Option(
      names = "--measure",
      paramLabel = "N",
      description =
          "Place N orders one by one, print how long each took from POST to its event handled in"
              + " both other services, and end.")
  private int measure;

  @Option(
      names = "--order-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Port of order-service (${DEFAULT-VALUE}).")
  private int orderPort;

  @Option(
      names = "--billing-port",
      paramLabel = "PORT",
      defaultValue = "8082",
      description = "Port of billing-service (${DEFAULT-VALUE}).")
  private int billingPort;

  @Option(
      names = "--logistic-port",
      paramLabel = "PORT",
      defaultValue = "8083",
      description = "Port of logistic-service (${DEFAULT-VALUE}).")
  private int logisticPort;

  @Option(
      names = "--bridge-port",
      paramLabel = "PORT",
      defaultValue = "8084",
      description = "Port of the bridge (${DEFAULT-VALUE}).")
  private int bridgePort;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      defaultValue = "5673",
      description = "Port of the embedded broker (${DEFAULT-VALUE}).")
  private int brokerPort;

  @Option(
      names = "--sqs-port",
      paramLabel = "PORT",
      defaultValue = "9324",
      description = "Port of the embedded SQS (${DEFAULT-VALUE}).")
  private int sqsPort;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and end.")
  @SuppressWarnings("UnusedVariable") // picocli answers it before this runs
  private boolean help;

  private final Terminal terminal = Terminal.ofThisProcess();
  private final AtomicBoolean open = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();

  public static void main(String[] arguments) {
    LocalShop shop = new LocalShop();
    System.exit(new CommandLine(shop)
        .setParameterExceptionHandler(
            (wrong, rest) -> shop.complain(wrong.getMessage() + ". See ./run --help.", 2))
        .setExecutionExceptionHandler((failure, command, parsed) -> shop.fail(failure))
        .execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    ShopSettings settings = settings();
    LibraryLog.writeTo(settings.folders().logs().resolve("launcher.log"));
    ShopConsole console = new ShopConsole(terminal, Clock.systemUTC());
    Shop shop = new Shop(settings, console);
    Thread stop = new Thread(() -> stop(shop), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      shop.start();
      open.set(true);
      return measure > 0 ? measure(shop, console) : stayOpen(shop, console);
    } catch (UnavailableException | ServiceFailedException e) {
      return complain(e.getMessage(), 1);
    }
  }

  private ShopSettings settings() {
    Path home = Path.of(System.getProperty("shop.home", ".")).toAbsolutePath().normalize();
    return new ShopSettings(
        home,
        home.resolve(".run"),
        new ShopPorts(orderPort, billingPort, logisticPort, bridgePort, brokerPort, sqsPort),
        Optional.ofNullable(rabbitmq),
        Optional.ofNullable(postgres),
        Optional.ofNullable(sqs),
        Map.of());
  }

  private int measure(Shop shop, ShopConsole console) throws IOException, InterruptedException {
    try (ShopWindow window = new ShopWindow(shop, terminal, console)) {
      window.measure(measure);
      return 0;
    }
  }

  /** Returns only when the shop cannot go on: Ctrl-C ends the process from outside. */
  private int stayOpen(Shop shop, ShopConsole console) throws IOException, InterruptedException {
    try (ShopWindow window = new ShopWindow(shop, terminal, console)) {
      window.open();
      if (!noDemo) {
        window.demonstrate();
      }
      window.showAddresses();
      new CountDownLatch(1).await();
      return 0;
    }
  }

  private int fail(Exception failure) {
    Logger.getLogger(LocalShop.class.getName()).log(Level.SEVERE, "The shop failed", failure);
    return complain(failure + "; the whole of it is in .run/logs/launcher.log", 1);
  }

  private int complain(@Nullable String message, int status) {
    if (!interrupted()) {
      terminal.complain(String.valueOf(message));
    }
    return status;
  }

  /** Whatever fails while the process is being ended fails for that reason. */
  private boolean interrupted() {
    return stopping.get();
  }

  private void stop(Shop shop) {
    stopping.set(true);
    terminal.progress(
        "closing the shop (after a build this takes longer, so that the next start is quick) …");
    shop.close();
    if (open.get()) {
      terminal.print("The shop is closed.");
    }
  }
}
