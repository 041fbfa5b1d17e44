package dev.eventmanager.fifodemo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is played, as the command line says it. */
final class PlayOptions {

  @Option(names = "--publishers", paramLabel = "N", defaultValue = "2", description = "Default: 2.")
  private int publishers;

  @Option(
      names = "--subscribers",
      paramLabel = "N",
      defaultValue = "4",
      description = "Default: 4.")
  private int subscribers;

  @Option(
      names = "--messages",
      paramLabel = "N",
      defaultValue = "10",
      description = "Of each publisher. Default: 10.")
  private int messages;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "2",
      description = "Message groups; a FIFO queue keeps the order in each. Default: 2.")
  private int groups;

  @Option(
      names = "--delay",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Until a message can be received. Default: 0.")
  private int delay;

  @Option(
      names = "--visibility",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "How long a message that was received and not deleted stays out of sight."
          + " Default: 5.")
  private int visibility;

  @Option(
      names = "--handling",
      paramLabel = "MILLISECONDS",
      defaultValue = "100",
      description = "How long it takes to handle a message, on average. Default: 100.")
  private int handling;

  @Option(
      names = "--crash",
      paramLabel = "K",
      description = "One subscriber crashes after K messages, before it deletes the last of them.")
  private @Nullable Integer crash;

  @Option(
      names = "--dead-letters-after",
      paramLabel = "K",
      description = "Nobody can handle a publisher's second message of a group; after K receives"
          + " it becomes a dead letter.")
  private @Nullable Integer deadLettersAfter;

  @Option(names = "--repeat", description = "Each message is sent twice.")
  private boolean repeat;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Of the groups and the times of handling. Default: 1.")
  private long seed;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "After which it ends, whatever is still there. Default: 120.")
  private int limit;

  /**
   * What was asked for.
   *
   * @throws ParameterException if that cannot be played
   */
  Settings settings(CommandLine command) {
    Function<String, ParameterException> wrong = why -> new ParameterException(command, why);
    require(within(publishers, 1, Names.MOST), wrong, "--publishers must be 1 to " + Names.MOST);
    require(within(subscribers, 1, Names.MOST), wrong, "--subscribers must be 1 to " + Names.MOST);
    require(within(messages, 1, 100_000), wrong, "--messages must be 1 to 100000");
    require(within(groups, 1, 1_000), wrong, "--groups must be 1 to 1000");
    require(within(delay, 0, 900), wrong, "--delay must be 0 to 900, as SQS has it");
    require(within(visibility, 1, 43_200), wrong, "--visibility must be 1 to 43200 (12 hours)");
    require(within(handling, 0, 60_000), wrong, "--handling must be 0 to 60000");
    require(within(limit, 1, 86_400), wrong, "--limit must be 1 to 86400");
    require(crash == null || crash >= 1, wrong, "--crash must be 1 or more");
    require(
        crash == null || subscribers > 1,
        wrong,
        "--crash needs at least 2 subscribers: somebody must go on");
    require(
        deadLettersAfter == null || within(deadLettersAfter, 1, 1_000),
        wrong,
        "--dead-letters-after must be 1 to 1000");
    return new Settings(
        publishers,
        subscribers,
        messages,
        groups,
        Duration.ofSeconds(delay),
        Duration.ofSeconds(visibility),
        Duration.ofMillis(handling),
        Optional.ofNullable(crash),
        Optional.ofNullable(deadLettersAfter),
        repeat,
        seed,
        Duration.ofSeconds(limit));
  }

  private static boolean within(int value, int least, int most) {
    return value >= least && value <= most;
  }

  private static void require(
      boolean right, Function<String, ParameterException> wrong, String why) {
    if (!right) {
      throw wrong.apply(why);
    }
  }
}
