package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.terminal.Texts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Looks again and again until an operation is through, and says how far it is. */
final class Wait {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final OperationsEndpoint endpoint;
  private final PrintWriter progress;

  Wait(OperationsEndpoint endpoint, PrintWriter progress) {
    this.endpoint = endpoint;
    this.progress = progress;
  }

  /** The operation as it stands at its end, or when the time is up. */
  JsonNode forEndOf(JsonNode operation, Duration limit) throws InterruptedException {
    long begin = System.nanoTime();
    JsonNode last = operation;
    String told = "";
    while (!new Outcome(last).isFinal() && System.nanoTime() - begin < limit.toNanos()) {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      last = endpoint.get("/operations/" + Texts.of(operation, "id"), Map.of());
      String now = new Outcome(last).progress();
      if (!now.equals(told)) {
        progress.println(now);
        told = now;
      }
    }
    return last;
  }
}
