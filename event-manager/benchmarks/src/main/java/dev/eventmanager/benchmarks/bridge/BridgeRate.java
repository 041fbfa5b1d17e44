package dev.eventmanager.benchmarks.bridge;

import static dev.eventmanager.benchmarks.measuring.Machine.print;

import dev.eventmanager.benchmarks.measuring.Figures;
import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** How fast the bridge empties a queue, beside the AWS client with requests that stand ready. */
@Command(name = "bridge-rate", description = "Events mirrored a second, beside the bare client.")
public final class BridgeRate implements Callable<Integer> {

  /** As the bridge has it by default. */
  private static final int BATCHES_IN_FLIGHT = 16;

  @Mixin
  private Machine machine = new Machine();

  @Mixin
  private SqsOptions options = new SqsOptions();

  @Option(names = "--events", defaultValue = "50000", description = "A run; ${DEFAULT-VALUE}.")
  private int count;

  @Option(names = "--groups", defaultValue = "1000", description = "Default ${DEFAULT-VALUE}.")
  private int groups;

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    try (SqsProcess sqs = SqsProcess.start(options);
        SqsAsyncClient client = sqs.client();
        RabbitTransport broker = machine.broker();
        BridgeUnderTest postgres =
            BridgeUnderTest.start(machine, sqs, "benchmark-postgres", machine.bridgeOnPostgres());
        BridgeUnderTest file =
            BridgeUnderTest.start(machine, sqs, "benchmark-file", Machine.bridgeOnFile())) {
      print("%d events of 1 KB in %d groups a run", count, groups);
      compare(
          new BareSending("benchmark-bare", client, sqs, BATCHES_IN_FLIGHT),
          new BridgeSending("benchmark-postgres", postgres, broker, sqs),
          new BridgeSending("benchmark-file", file, broker, sqs));
    }
    return 0;
  }

  private void compare(Sending bare, Sending overPostgres, Sending overFile) throws Exception {
    Figures postgresParts = new Figures();
    Figures fileParts = new Figures();
    for (Sending each : List.of(bare, overPostgres, overFile)) {
      each.warmUp(count, groups);
    }
    for (int round = 0; round < rounds; round++) {
      Machine.printLoad();
      double hundredth = bare.run(count, groups) / 100;
      postgresParts.add(overPostgres.run(count, groups) / hundredth);
      fileParts.add(overFile.run(count, groups) / hundredth);
    }
    print("bare client:           %s", bare.summary());
    print("bridge, PostgreSQL:    %s", overPostgres.summary());
    print("bridge, H2 file:       %s", overFile.summary());
    print(
        "per cent of the bare client in the same round: PostgreSQL %s, H2 file %s",
        postgresParts.summary(), fileParts.summary());
  }
}
