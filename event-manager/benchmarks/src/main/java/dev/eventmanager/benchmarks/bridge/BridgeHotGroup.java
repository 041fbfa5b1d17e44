package dev.eventmanager.benchmarks.bridge;

import static dev.eventmanager.benchmarks.measuring.Machine.print;

import dev.eventmanager.benchmarks.measuring.Delays;
import dev.eventmanager.benchmarks.measuring.Figures;
import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What one group with nearly all of the traffic costs the others. */
@Command(
    name = "bridge-hot-group",
    description = "From publishing to SQS, for many groups with and without a hot one beside.")
public final class BridgeHotGroup implements Callable<Integer> {

  private static final String NAME = "benchmark-hot";
  private static final String QUEUE = NAME + ".fifo";
  private static final String HOT = "hot";
  private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(2);

  @Mixin
  private Machine machine = new Machine();

  @Mixin
  private SqsOptions options = new SqsOptions();

  @Option(names = "--groups", defaultValue = "10000", description = "Cold; ${DEFAULT-VALUE}.")
  private int groups;

  @Option(names = "--rate", defaultValue = "100", description = "Cold, a second; ${DEFAULT-VALUE}.")
  private int rate;

  @Option(names = "--hot-part", defaultValue = "0.95", description = "Default ${DEFAULT-VALUE}.")
  private double hotPart;

  @Option(names = "--seconds", defaultValue = "20", description = "A run; ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--file", description = "The bridge's database is an H2 file, not PostgreSQL.")
  private boolean file;

  private final NumberedEvents events = new NumberedEvents(NAME);

  @Override
  public Integer call() throws Exception {
    try (SqsProcess sqs = SqsProcess.start(options);
        RabbitTransport broker = machine.broker();
        BridgeUnderTest bridge = BridgeUnderTest.start(
            machine, sqs, NAME, file ? Machine.bridgeOnFile() : machine.bridgeOnPostgres())) {
      warmUp(broker, sqs);
      Figures alone = new Figures();
      Figures beside = new Figures();
      for (int round = 0; round < rounds; round++) {
        alone.addAll(measure("alone", broker, sqs, 0));
      }
      for (int round = 0; round < rounds; round++) {
        beside.addAll(measure("beside a hot one", broker, sqs, hotRate()));
        print("  taken aside so far: %d", bridge.counted("taken.aside"));
      }
      print("all rounds, alone:            %s", Delays.text(alone));
      print("all rounds, beside a hot one: %s", Delays.text(beside));
      print("99 %%: %.1f times", beside.part(0.99) / alone.part(0.99));
      print(
          "%d of the hot one sent, each in its place",
          sqs.tally(QUEUE).last().getOrDefault(HOT, 0));
    }
    return 0;
  }

  private int hotRate() {
    return (int) Math.round(rate * hotPart / (1 - hotPart));
  }

  private void warmUp(RabbitTransport broker, SqsProcess sqs) throws Exception {
    Publishing publishing = new Publishing(broker);
    for (int i = 0; i < 2 * groups; i++) {
      publishing.publish(events.next("cold-" + i % groups));
    }
    publishing.await();
    awaitCold(sqs);
  }

  /** The delays of the cold groups. What is left of the hot one is not waited for. */
  private Figures measure(String what, RabbitTransport broker, SqsProcess sqs, int hotRate)
      throws Exception {
    Machine.printLoad();
    sqs.forgetTimes(QUEUE);
    Thread hot = new Thread(
        () -> Machine.run(() -> publish(new Publishing(broker), hotRate, i -> HOT)), "hot");
    hot.start();
    publish(new Publishing(broker), rate, i -> "cold-" + i % groups);
    hot.join();
    Figures cold = awaitCold(sqs).delaysWithout(HOT);
    print("  %-17s %s", what, Delays.text(cold));
    return cold;
  }

  private Tally awaitCold(SqsProcess sqs) throws Exception {
    long limit = System.nanoTime() + LONGEST_WAIT;
    Tally tally = sqs.tally(QUEUE).requireOrder();
    while (!tally.isAllBut(HOT, events)) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException("Events of cold groups do not come");
      }
      TimeUnit.MILLISECONDS.sleep(500);
      tally = sqs.tally(QUEUE).requireOrder();
    }
    return tally;
  }

  private boolean publish(Publishing publishing, int aSecond, IntFunction<String> keys)
      throws InterruptedException {
    long began = System.nanoTime();
    for (int i = 0; i < aSecond * seconds; i++) {
      long due = began + i * TimeUnit.SECONDS.toNanos(1) / aSecond;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      publishing.publish(events.next(keys.apply(i)));
    }
    publishing.await();
    return true;
  }
}
