package dev.eventmanager.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process behind {@code ./run}, as a person meets it. */
class LauncherIT {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Path HOME = Path.of(System.getProperty("shop.home"));
  private static final Path STATE = HOME.resolve("deploy/local/target/shop-launched");

  private final ShopPorts ports = ShopPorts.free();
  private final List<Process> started = new ArrayList<>();
  private Path output;

  @BeforeEach
  void makeRoomForOutput() throws IOException {
    output = Files.createTempFile("launcher", ".txt");
  }

  @AfterEach
  void endWhatWasStarted() throws IOException {
    started.forEach(Process::destroyForcibly);
    Files.delete(output);
  }

  @Test
  void tellsTheJourneysOfSixOrdersAndLeavesNoProcessBehindWhenItIsKilled() throws IOException {
    Process launcher = launch(ports.order());
    await().atMost(LIMIT).until(() -> printed().contains("The shop is open"));
    assertThat(printed())
        .contains("Order 1001 · accepted and delivered")
        .contains("declined by billing")
        .contains("short of stock")
        .contains("charged back by the customer")
        .contains("from a stranger")
        .contains("billing tries, and parks it")
        .containsPattern("order.v2.submit +→ .*billing_order \\d+ ms.*⇒ SQS group 1001")
        .containsPattern("logistic.v1.deliver +→ order_logistic \\d+ ms +⇒ SQS group 1001")
        .contains("order DELIVERED · invoice SETTLED · shipment DELIVERED")
        .contains("order CHARGED_BACK · invoice REFUNDED · shipment RETURNING")
        .doesNotContain("ended early", "\u001b");

    List<ProcessHandle> services = launcher.children().toList();
    assertThat(services).hasSize(4);
    launcher.destroyForcibly();
    await().atMost(LIMIT).until(() -> services.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void stopsAServiceBeforeTheBrokerThatItStandsOn() throws IOException, InterruptedException {
    Process launcher = launch(ports.order(), "--no-demo");
    await().atMost(LIMIT).until(() -> printed().contains("The shop is open"));
    Path log = STATE.resolve("logs/billing-service.log");
    int opened = Files.readString(log).length();
    launcher.destroy();
    assertThat(launcher.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(launcher.exitValue()).isEqualTo(143);
    assertThat(printed()).endsWith("The shop is closed.%n".formatted());
    assertThat(Files.readString(log).substring(opened))
        .contains("Shutdown completed")
        .doesNotContain("Publishing is interrupted", "is not consumed");
  }

  @Test
  void namesATakenPortInOneLineBeforeItStartsAnything() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Process launcher = launch(taken.getLocalPort());
      assertThat(launcher.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

      assertThat(launcher.exitValue()).isEqualTo(1);
      assertThat(printed().lines())
          .containsExactly(
              "run: Port %d is taken by another program. Stop that one, or choose another port with --order-port."
                  .formatted(taken.getLocalPort()));
    }
  }

  private Process launch(int orderPort, String... further) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dshop.home=" + HOME,
        "-Dshop.state=" + STATE,
        "-jar",
        HOME.resolve("deploy/local/target/shop-local.jar").toString(),
        "--order-port=" + orderPort,
        "--billing-port=" + ports.billing(),
        "--logistic-port=" + ports.logistic(),
        "--bridge-port=" + ports.bridge(),
        "--broker-port=" + ports.broker(),
        "--sqs-port=" + ports.sqs()));
    command.addAll(List.of(further));
    try {
      Process launcher = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
      started.add(launcher);
      return launcher;
    } catch (IOException e) {
      throw new IllegalStateException("the launcher did not start", e);
    }
  }

  private String printed() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
