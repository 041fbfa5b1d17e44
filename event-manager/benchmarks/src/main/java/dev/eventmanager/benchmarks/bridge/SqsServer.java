package dev.eventmanager.benchmarks.bridge;

import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * An SQS until the input ends, as it does when whoever started this ends. A line of the input names
 * a queue whose tally is told, or whose times are forgotten.
 */
@Command(name = SqsServer.NAME, hidden = true)
public final class SqsServer implements Callable<Integer> {

  static final String NAME = "sqs-server";
  static final String FORGET = "forget ";

  @Parameters
  private int port;

  @Mixin
  private SqsOptions options = new SqsOptions();

  @Override
  public Integer call() throws IOException {
    TallyingSqs tallying = options.tallying();
    try (EmbeddedSqs sqs = EmbeddedSqs.start();
        FaultProxy door = FaultProxy.before(sqs.endpoint(), port).always(tallying)) {
      Machine.print("%s", door.endpoint());
      answerUntilEnd(tallying);
    }
    return 0;
  }

  private static void answerUntilEnd(TallyingSqs tallying) throws IOException {
    JsonMapper json = new JsonMapper();
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      if (line.startsWith(FORGET)) {
        tallying.of(line.substring(FORGET.length())).forgetTimes();
        Machine.print("forgotten");
      } else {
        Machine.print("%s", json.writeValueAsString(tallying.of(line).tally()));
      }
    }
  }
}
