package dev.eventmanager.benchmarks.bridge;

import dev.eventmanager.benchmarks.Benchmarks;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.queue.FifoQueue;
import dev.eventmanager.sqs.queue.FifoQueues;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.json.JsonMapper;

/** An SQS in a JVM of its own, so that it shares no heap and no collector with who is measured. */
final class SqsProcess implements AutoCloseable {

  static final String REGION = "eu-west-1";
  static final String KEY = "benchmark";
  private static final String HEAP = "-Xmx2g";

  private final URI endpoint;
  private final JsonMapper json = new JsonMapper();
  private final SqsOptions options;
  private Process process;
  private BufferedReader output;

  private SqsProcess(int port, SqsOptions options) throws IOException {
    this.endpoint = URI.create("http://localhost:" + port);
    this.options = options;
    this.process = fork();
    this.output = outputOnceItServes(process);
  }

  /** On a port that is free. */
  static SqsProcess start(SqsOptions options) throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      free.close();
      return new SqsProcess(port, options);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  /** The client that the bridge has too. */
  SqsAsyncClient client() {
    return new SqsConnection(
            Optional.of(endpoint),
            Optional.of(REGION),
            Optional.of(new SqsConnection.Credentials(KEY, KEY)),
            Duration.ofSeconds(30))
        .open();
  }

  /** A queue as the bridge would create it. */
  FifoQueue queue(String name) {
    try (SqsAsyncClient client = client()) {
      return new FifoQueues(client, endpoint.toString()).open(name, true);
    }
  }

  /** What it has taken for a queue. */
  Tally tally(String queue) throws IOException {
    return json.readValue(ask(queue), Tally.class);
  }

  /** Has it forget when a queue's events came. */
  void forgetTimes(String queue) throws IOException {
    ask(SqsServer.FORGET + queue);
  }

  private String ask(String line) throws IOException {
    Writer input = process.outputWriter(StandardCharsets.UTF_8);
    input.write(line + "\n");
    input.flush();
    return line(output);
  }

  /** Ends it with all that it holds. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it once more, on the same port and empty. */
  void restart() throws IOException {
    process = fork();
    output = outputOnceItServes(process);
  }

  @Override
  public void close() {
    kill();
  }

  private Process fork() throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        HEAP,
        "-cp",
        System.getProperty("java.class.path"),
        Benchmarks.class.getName(),
        SqsServer.NAME,
        String.valueOf(endpoint.getPort())));
    command.addAll(options.arguments());
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** It prints a line once it serves. */
  private static BufferedReader outputOnceItServes(Process forked) throws IOException {
    BufferedReader output = forked.inputReader(StandardCharsets.UTF_8);
    line(output);
    return output;
  }

  private static String line(BufferedReader output) throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IllegalStateException("SQS ended, or did not start");
    }
    return line;
  }
}
