package dev.eventmanager.fifodemo;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** The program {@code fifo-demo}. */
@Command(
    name = "fifo-demo",
    description = {
      "",
      "Has publishers send numbered messages to a standard and to a FIFO queue of SQS at once, has",
      "subscribers handle them, and counts on each what came out of order, twice or not at all.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:played to its end",
      "1:SQS was not reached or refused, or something was left when time was up",
      "2:the command line is wrong"
    })
public final class FifoDemo implements Callable<Integer> {

  private static final int PLAYED = 0;
  private static final int FAILED = 1;
  private static final int MISUNDERSTOOD = 2;
  private static final int INTERRUPTED = 130;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and end.")
  @SuppressWarnings("UnusedVariable") // picocli answers it before the command runs
  private boolean help;

  @Option(
      names = "--endpoint",
      paramLabel = "URI",
      description = "An SQS of your own. Without it, and without --region: one in this process.")
  private @Nullable URI endpoint;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Amazon's own SQS there, with AWS's usual credentials; it costs what it costs.")
  private @Nullable String region;

  @Option(names = "--quiet", description = "Only the table at the end.")
  private boolean quiet;

  @Mixin
  private final PlayOptions options = new PlayOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  private FifoDemo() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new FifoDemo())
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((wrong, arguments) -> misunderstood(wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command));
  }

  @Override
  public Integer call() throws Exception {
    var command = spec.commandLine();
    var settings = options.settings(command);
    try (var sqs = Endpoint.of(Optional.ofNullable(endpoint), Optional.ofNullable(region));
        var demonstration = new Demonstration(sqs, settings)) {
      return whileInterruptible(demonstration, () -> play(sqs, demonstration, settings, command));
    }
  }

  private int play(
      Endpoint sqs, Demonstration demonstration, Settings settings, CommandLine command)
      throws InterruptedException, ExecutionException {
    var out = command.getOut();
    introduce(sqs, settings, out);
    var report = demonstration.play(queueName(), line -> tell(line, out));
    out.printf("%n%s%n", report);
    out.flush();
    return report.isSettled() ? PLAYED : FAILED;
  }

  private static void introduce(Endpoint sqs, Settings settings, PrintWriter out) {
    out.printf(
        "%s: %s publish %d messages each to %d groups; %s handle them.%n%n",
        sqs,
        String.join(", ", Names.ofPublishers(settings.publishers())),
        settings.messages(),
        settings.groups(),
        String.join(", ", Names.ofSubscribers(settings.subscribers())));
    out.flush();
  }

  private void tell(String line, PrintWriter out) {
    if (!quiet) {
      out.println(line);
      out.flush();
    }
  }

  /** Ctrl-C deletes the queues too, and what goes wrong because they are gone is no news. */
  private static int whileInterruptible(Demonstration demonstration, Callable<Integer> playing)
      throws Exception {
    var interrupted = new AtomicBoolean();
    var deleting = new Thread(() -> {
      interrupted.set(true);
      demonstration.close();
    });
    Runtime.getRuntime().addShutdownHook(deleting);
    try {
      int status = playing.call();
      Runtime.getRuntime().removeShutdownHook(deleting);
      return status;
    } catch (ExecutionException e) {
      if (interrupted.get()) {
        return INTERRUPTED;
      }
      throw e;
    }
  }

  private static String queueName() {
    return "fifo-demo-%08x".formatted(new Random().nextInt());
  }

  private static int misunderstood(CommandLine.ParameterException wrong) {
    wrong
        .getCommandLine()
        .getErr()
        .printf("fifo-demo: %s. See fifo-demo --help.%n", wrong.getMessage());
    return MISUNDERSTOOD;
  }

  private static int fail(Exception failure, CommandLine command) throws Exception {
    var cause = failure instanceof ExecutionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    if (!(cause instanceof SdkException)) {
      throw failure;
    }
    command.getErr().printf("fifo-demo: SQS was not reached, or refused: %s%n", firstLine(cause));
    return FAILED;
  }

  /** The SDK goes on to name every provider of its chain. */
  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .split(" in the chain ", 2)[0];
  }
}
