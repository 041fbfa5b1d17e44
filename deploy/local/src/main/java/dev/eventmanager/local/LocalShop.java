package dev.eventmanager.local;

import dev.eventmanager.local.backing.UnavailableException;
import dev.eventmanager.local.console.LibraryLog;
import dev.eventmanager.local.console.Terminal;
import dev.eventmanager.local.process.ServiceFailedException;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of {@code ./run}. */
@Command(
    name = "./run",
    sortOptions = false,
    usageHelpWidth = 100,
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

  @Mixin
  private final ShopOptions options = new ShopOptions();

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
    ShopSettings settings = options.settings();
    LibraryLog.writeTo(settings.folders().logs().resolve("launcher.log"));
    ShopConsole console = new ShopConsole(terminal, Clock.systemUTC());
    Shop shop = new Shop(settings, console);
    Thread stop = new Thread(() -> stop(shop), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      shop.start();
      open.set(true);
      return options.measuredOrders() > 0 ? measure(shop, console) : stayOpen(shop, console);
    } catch (UnavailableException | ServiceFailedException e) {
      return complain(e.getMessage(), 1);
    }
  }

  private int measure(Shop shop, ShopConsole console) throws IOException, InterruptedException {
    try (ShopWindow window = new ShopWindow(shop, terminal, console)) {
      window.measure(options.measuredOrders());
      return 0;
    }
  }

  /** Returns only when the shop cannot go on: Ctrl-C ends the process from outside. */
  private int stayOpen(Shop shop, ShopConsole console) throws IOException, InterruptedException {
    try (ShopWindow window = new ShopWindow(shop, terminal, console)) {
      window.open();
      if (options.demonstrates()) {
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
