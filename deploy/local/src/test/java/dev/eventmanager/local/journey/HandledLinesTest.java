package dev.eventmanager.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.local.journey.Sighting.Handled;
import dev.eventmanager.local.journey.Sighting.Subject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HandledLinesTest {

  private final HandledLines lines = new HandledLines();

  @Test
  void readsTheLineOfAHandledEvent() {
    String line = """
        {"@timestamp":"2026-11-21T10:15:30.125Z","@version":"1",\
        "message":"handled order.v2.submit from billing_order in 4 ms","level":"DEBUG","eventId":"e-1",\
        "routingKey":"order.v2.submit","orderingKey":"7","queue":"billing_order"}""";

    assertThat(lines.read(line))
        .contains(new Handled(
            "e-1",
            new Subject("order.v2.submit", "7"),
            "billing_order",
            Instant.parse("2026-11-21T10:15:30.125Z")));
  }

  @Test
  void leavesEveryOtherLineAlone() {
    assertThat(lines.read("{\"message\":\"Started OrderService\"}")).isEmpty();
    assertThat(lines.read("OpenJDK 64-Bit Server VM warning: handled")).isEmpty();
    assertThat(lines.read("{\"message\":\"handled ")).isEmpty();
  }
}
