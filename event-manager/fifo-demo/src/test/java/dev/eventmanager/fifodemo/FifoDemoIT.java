package dev.eventmanager.fifodemo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.emulator.EmbeddedSqs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as a learner meets it. */
@Timeout(300)
class FifoDemoIT {

  private static final Pattern ROW =
      Pattern.compile("^(\\S.*?) {2,}(\\d+) {2,}(\\d+) {3}\\S.*$", Pattern.MULTILINE);

  private static EmbeddedSqs sqs;

  @BeforeAll
  static void start() {
    sqs = EmbeddedSqs.start();
  }

  @AfterAll
  static void stop() {
    sqs.close();
  }

  /** What it printed: both counts of each row of the table. */
  private record Played(int status, String out, String err) {

    Map<String, List<Integer>> table() {
      var rows = new TreeMap<String, List<Integer>>();
      ROW.matcher(out)
          .results()
          .forEach(row -> rows.put(
              row.group(1),
              Stream.of(row.group(2), row.group(3)).map(Integer::valueOf).toList()));
      return rows;
    }

    int onStandard(String row) {
      return table().get(row).get(0);
    }

    int onFifo(String row) {
      return table().get(row).get(1);
    }
  }

  @Test
  void fifoKeepsTheOrderOfEachPublisherInEachGroup() {
    var played = play("--publishers", "3", "--subscribers", "5", "--handling", "20");

    assertThat(played.status()).as(played.err()).isZero();
    assertThat(played.out()).contains("Ada, Grace, Edsger publish", "fifo      ", "standard  ");
    assertThat(played.table()).containsEntry("sent", List.of(30, 30));
    assertThat(played.table()).containsEntry("handled", List.of(30, 30));
    assertThat(played.onFifo("order breaches")).isZero();
    assertThat(played.onFifo("handled again")).isZero();
  }

  @Test
  void fifoSwallowsWhatIsSentTwiceAndStandardDoesNot() {
    var played = play("--repeat", "--messages", "5", "--handling", "0", "--visibility", "60");

    assertThat(played.table()).containsEntry("sent", List.of(20, 20));
    assertThat(played.table()).containsEntry("swallowed by deduplication", List.of(0, 10));
    assertThat(played.table()).containsEntry("handled again", List.of(10, 0));
  }

  @Test
  void whatACrashedSubscriberDidNotDeleteComesAgainAndFifoStillKeepsTheOrder() {
    var played = play("--crash", "2", "--messages", "10", "--visibility", "3");

    assertThat(played.out())
        .containsPattern("fifo +Linus crashes, before it could delete")
        .containsPattern("standard +Linus crashes, before it could delete");
    assertThat(played.onFifo("handled again")).isPositive();
    assertThat(played.onStandard("handled again")).isPositive();
    assertThat(played.onFifo("order breaches")).isZero();
    assertThat(played.table()).containsEntry("missing", List.of(0, 0));
  }

  @Test
  void setsAsideWhatNobodyCanHandleAndGoesOnBehindIt() {
    var played =
        play("--dead-letters-after", "2", "--groups", "1", "--publishers", "2", "--handling", "1");

    assertThat(played.table()).containsEntry("dead letters", List.of(2, 2));
    assertThat(played.table()).containsEntry("handled", List.of(18, 18));
    assertThat(played.onFifo("order breaches")).isZero();
  }

  @Test
  void saysWhatIsLeftWhenTimeIsUp() {
    var played = play("--delay", "900", "--limit", "3", "--messages", "2");

    assertThat(played.status()).isEqualTo(1);
    assertThat(played.table()).containsEntry("left on the queue", List.of(4, 4));
    assertThat(played.table()).containsEntry("missing", List.of(4, 4));
  }

  @Test
  void leavesNoQueueBehind() {
    play("--messages", "1", "--dead-letters-after", "1");

    try (var client = Endpoint.of(Optional.of(sqs.endpoint()), Optional.empty())) {
      assertThat(client.sqs.listQueues().queueUrls()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--crash 1 --subscribers 1 | --crash needs at least 2 subscribers: somebody must go on",
        "--publishers 11           | --publishers must be 1 to 10",
        "--messages 0              | --messages must be 1 to 100000",
        "--visibility 0            | --visibility must be 1 to 43200 (12 hours)",
        "--groups many             | Invalid value for option '--groups': 'many' is not an int",
        "--group 1                 | Unknown options: '--group', '1'"
      })
  void saysWhatIsWrongWithTheCommandLine(String arguments, String complaint) {
    var played = play(arguments.split(" "));

    assertThat(played.status()).isEqualTo(2);
    assertThat(played.err().strip())
        .isEqualTo("fifo-demo: %s. See fifo-demo --help.".formatted(complaint));
  }

  @Test
  void saysThatNoSqsAnswers() {
    var played = playAt(URI.create("http://localhost:1"));

    assertThat(played.status()).isEqualTo(1);
    assertThat(played.err()).startsWith("fifo-demo: SQS was not reached, or refused: ");
  }

  private static Played play(String... arguments) {
    return playAt(sqs.endpoint(), arguments);
  }

  private static Played playAt(URI endpoint, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status = FifoDemo.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.concat(Stream.of("--endpoint", endpoint.toString()), Stream.of(arguments))
            .toArray(String[]::new));
    return new Played(status, out.toString(), err.toString());
  }
}
