package dev.eventmanager.killmatrix;

import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What each of the long forms can be told, and what each needs. */
final class RunOptions {

  @Option(names = "--seed", description = "Of all that is random, to have the same faults again.")
  private @Nullable Long seed;

  @Option(
      names = "--document",
      description = "Write the page of the documents, and its figures as JSON beside it.")
  private @Nullable Path document;

  /** The one that was given, or any. */
  long seed() {
    return seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
  }

  /** Has the page and its figures written where that was asked for. */
  void document(Writing page, Writing figures) throws IOException {
    if (document != null) {
      page.to(document);
      figures.to(Path.of(document.toString().replaceFirst("\\.md$", ".json")));
    }
  }

  /** The installed RabbitMQ. */
  Path server() {
    return PrivateRabbitMq.findServer()
        .orElseThrow(() -> new IllegalStateException(
            "no rabbitmq-server is installed on this machine: install one, such as by"
                + " 'apt-get install rabbitmq-server'"));
  }

  /** Something that can be written to a file. */
  @FunctionalInterface
  interface Writing {
    void to(Path path) throws IOException;
  }
}
