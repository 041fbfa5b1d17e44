package dev.eventmanager.killmatrix.bridge.report;

import static dev.eventmanager.killmatrix.reader.mirror.MirrorInvariant.ALTERED;
import static dev.eventmanager.killmatrix.reader.mirror.MirrorInvariant.LOST;
import static dev.eventmanager.killmatrix.reader.mirror.MirrorInvariant.PARKED_WITHOUT_CAUSE;
import static dev.eventmanager.killmatrix.reader.mirror.MirrorInvariant.REORDERED;
import static dev.eventmanager.killmatrix.reader.mirror.MirrorInvariant.REPEATED;

import dev.eventmanager.killmatrix.bridge.fault.Mishap;
import dev.eventmanager.killmatrix.bridge.fault.SoakFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The result as a page of the documents. */
public record SoakPage(SoakResult result) {

  private static final String PAGE = """
      # The bridge under fire

      Two instances of [the bridge](../event-manager/sqs-bridge) mirror numbered events from a
      RabbitMQ to an SQS of their own (ElasticMQ behind a proxy), with their ledger in a PostgreSQL
      of their own, while all of that is broken over and over. A publisher that knows AMQP alone
      publishes what was not confirmed once more; a reader that knows the AWS client alone takes
      down what comes. Then everything comes to rest, what was poisoned is mended and released, and
      the reader counts. How that is done stands in the [module](../event-manager/kill-matrix); this
      page is written by it.

      ```console
      %s
      ```

      Last run: seed %d, finished %s, %d min %d s on %d processors.

      | promise | attacked by | found |
      |---|---|---|
      | Nothing is lost | every fault below | %,d events published, %,d received, **%d** lost, **%d** altered |
      | Events of one group keep their order, without a gap | every fault below, over %,d groups | **%d** reordered |
      | A second copy comes only where SQS had forgotten the first, and is marked | %d processes of the bridge that died or stopped, %,d events published again under their id, lost answers, six minutes away | **%d** unmarked; %,d events in doubt, %,d messages marked, %,d of them copies indeed |
      | Only what SQS refuses is parked, its group behind it, and is released in order | events that SQS refuses until they are mended | %,d events parked and released, **%d** parked without cause |

      What the reader counts as which: \
      [MirrorInvariant](../event-manager/kill-matrix/src/main/java/dev/eventmanager/killmatrix/reader/mirror/MirrorInvariant.java).
      That it sees each of them is shown by \
      [MirrorTallyTest](../event-manager/kill-matrix/src/test/java/dev/eventmanager/killmatrix/reader/mirror/MirrorTallyTest.java).

      %,d faults were injected, one at a time:

      | fault | times |
      |---|---|
      %s

      All the while mishaps befell %,d requests to SQS:

      | mishap | requests |
      |---|---|
      %s

      The short form of the same in `./mvnw verify`, 20,000 events and every kind of fault:
      [HardCaseSoakIT](../event-manager/kill-matrix/src/test/java/dev/eventmanager/killmatrix/bridge/HardCaseSoakIT.java).

      An absence of six minutes takes seconds here: the clock of SQS leaps, and the instances start
      with theirs as far ahead. Processes are killed, not the machine, and PostgreSQL runs with
      `fsync=off`.
      """;

  /** Writes it, replacing what is there. */
  public void write(Path path) throws IOException {
    Files.writeString(path, text());
  }

  String text() {
    return PAGE.formatted(
        result.command(),
        result.seed(),
        result.finished().truncatedTo(ChronoUnit.MINUTES),
        result.seconds() / 60,
        result.seconds() % 60,
        result.processors(),
        result.events(),
        result.received(),
        result.broken().get(LOST),
        result.broken().get(ALTERED),
        result.groups(),
        result.broken().get(REORDERED),
        result.starts(),
        result.publishedAgain(),
        result.broken().get(REPEATED),
        result.inDoubt(),
        result.flagged(),
        result.copies(),
        result.parked(),
        result.broken().get(PARKED_WITHOUT_CAUSE),
        result.faults().values().stream().mapToInt(Integer::intValue).sum(),
        faults(),
        result.mishaps().values().stream().mapToInt(Integer::intValue).sum(),
        mishaps());
  }

  private String faults() {
    return Arrays.stream(SoakFault.values())
        .map(kind -> row(kind.description(), result.faults().getOrDefault(kind, 0)))
        .collect(Collectors.joining("\n"));
  }

  private String mishaps() {
    return Arrays.stream(Mishap.values())
        .map(kind -> row(kind.description(), result.mishaps().getOrDefault(kind, 0)))
        .collect(Collectors.joining("\n"));
  }

  private static String row(String description, int times) {
    return "| %s | %,d |".formatted(description, times);
  }
}
