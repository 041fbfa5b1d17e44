package dev.eventmanager.killmatrix.report;

import static dev.eventmanager.killmatrix.reader.Invariant.LOST;
import static dev.eventmanager.killmatrix.reader.Invariant.PARKED_WITHOUT_CAUSE;
import static dev.eventmanager.killmatrix.reader.Invariant.REORDERED;
import static dev.eventmanager.killmatrix.reader.Invariant.REPEATED;
import static dev.eventmanager.killmatrix.reader.Invariant.UNCOMMITTED;

import dev.eventmanager.killmatrix.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result as a page of the documents. */
public record ResultPage(MatrixResult result) {

  private static final String PAGE = """
      # The kill matrix

      Publishers, relays and consumers as processes of their own, on a RabbitMQ and a PostgreSQL of
      their own, are killed while they work, and so is what they stand on. Then everything comes to
      rest, and a reader that knows nothing of the library counts what the promises came to. How
      that is done stands in the [module](../event-manager/kill-matrix); this page is written by it.

      ```console
      %s
      ```

      Last run: seed %d, finished %s, %s in %d rounds.

      | promise | attacked by | shown by | found |
      |---|---|---|---|
      | An event goes out if and only if its transaction commits | publishers, relays and the database, killed before and after the commit, the publish and the confirm | [lost and uncommitted](../event-manager/kill-matrix/src/main/java/dev/eventmanager/killmatrix/reader/Invariant.java) | %,d events committed, **%d** lost, **%d** uncommitted |
      | A handler's effect happens once | consumers and the database, killed before and after the commit and before the acknowledgement; cut connections | [repeated](../event-manager/kill-matrix/src/main/java/dev/eventmanager/killmatrix/reader/Invariant.java) | **%d** repeated |
      | Events of one key are handled in order | every fault below: takeovers, resent events, rolling restarts, lost leaders | [reordered](../event-manager/kill-matrix/src/main/java/dev/eventmanager/killmatrix/reader/Invariant.java) | **%d** reordered |
      | One bad event stops only its own key | handlers that fail on purpose, under every fault below | [parked without cause](../event-manager/kill-matrix/src/main/java/dev/eventmanager/killmatrix/reader/Invariant.java) | %,d replayed, **%d** parked without cause |
      | For each order one invoice, a balanced ledger, one shipment or none | the services, the broker and the database of the shop, killed %d times | [orders, invoices, bookings, shipments and stock](../event-manager/kill-matrix/src/main/java/dev/eventmanager/killmatrix/shop/ShopReader.java) | %,d orders, **%d** that do not agree |

      %d faults were injected:

      | fault | times |
      |---|---|
      %s

      The short form of the same runs in `./mvnw verify`, every kind of fault once:
      [KillMatrixIT](../event-manager/kill-matrix/src/test/java/dev/eventmanager/killmatrix/KillMatrixIT.java).
      That the reader sees a lost, a repeated, a reordered and an uncommitted event is shown by
      [ReaderIT](../event-manager/kill-matrix/src/test/java/dev/eventmanager/killmatrix/reader/ReaderIT.java).

      Processes are killed here, not the machine: whether disks keep what they were told to keep is
      not tested, and PostgreSQL runs with `fsync=off`.
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
        duration(),
        result.rounds(),
        result.events(),
        result.broken().get(LOST),
        result.broken().get(UNCOMMITTED),
        result.broken().get(REPEATED),
        result.broken().get(REORDERED),
        result.replayed(),
        result.broken().get(PARKED_WITHOUT_CAUSE),
        result.shopFaults(),
        result.orders(),
        result.ordersDisagreeing(),
        result.faults().values().stream().mapToInt(Integer::intValue).sum(),
        result.faults().entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n")));
  }

  private String duration() {
    return String.format(Locale.ROOT, "%d min %d s", result.seconds() / 60, result.seconds() % 60);
  }

  private static String row(FaultKind kind, int times) {
    return "| %s | %s |".formatted(kind.description(), times == 0 ? "not run" : times);
  }
}
