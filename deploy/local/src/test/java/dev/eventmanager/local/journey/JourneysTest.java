package dev.eventmanager.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.local.console.Terminal;
import dev.eventmanager.local.journey.Sighting.Handled;
import dev.eventmanager.local.journey.Sighting.Mirrored;
import dev.eventmanager.local.journey.Sighting.Published;
import dev.eventmanager.local.journey.Sighting.Subject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JourneysTest {

  private static final Subject SUBMIT = new Subject("order.v2.submit", "7");
  private static final Subject SETTLE = new Subject("billing.v1.settle", "7");

  private final Instant begin = Instant.now();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final JourneyTeller teller =
      new JourneyTeller(Terminal.plain(new PrintStream(printed, true, StandardCharsets.UTF_8)));
  private final Journeys journeys = new Journeys(Clock.systemUTC(), teller);

  @AfterEach
  void close() {
    journeys.close();
  }

  @Test
  void tellsQueuesTimesAndPlaceInSqsOnOneLineUnderTheOrdersTitle() {
    teller.title("7", "two teas");
    journeys.see(new Published("e-1", SUBMIT, begin));
    journeys.see(new Handled("e-1", SUBMIT, "billing_order", begin.plusMillis(12)));
    journeys.see(new Handled("e-1", SUBMIT, "logistic_order", begin.plusMillis(15)));
    journeys.see(new Mirrored("e-1", SUBMIT, "7", "41", begin.plusMillis(20)));

    assertThat(lines())
        .satisfiesExactly(
            heading -> assertThat(heading).isEqualTo("Order 7 · two teas"),
            event -> assertThat(event)
                .contains("order.v2.submit")
                .contains("→ billing_order 12 ms, logistic_order 15 ms")
                .contains("⇒ SQS group 7, sequence 41, 20 ms"));
  }

  @Test
  void tellsTheEventsOfAnOrderInTheOrderOfTheirPublication() {
    journeys.see(new Published("e-1", SUBMIT, begin));
    journeys.see(new Published("e-2", SETTLE, begin.plusMillis(5)));
    journeys.see(new Mirrored("e-2", SETTLE, "7", "2", begin.plusMillis(9)));
    journeys.see(new Mirrored("e-1", SUBMIT, "7", "1", begin.plusMillis(9)));

    assertThat(lines()).hasSize(3);
    assertThat(lines().get(1)).contains("order.v2.submit");
    assertThat(lines().get(2)).contains("billing.v1.settle").contains("+5 ms");
  }

  @Test
  void knowsWhatWasSeenBeforeItsPublicationWas() {
    journeys.see(new Handled("e-1", SUBMIT, "billing_order", begin.plusMillis(3)));
    journeys.see(new Published("e-1", SUBMIT, begin));
    journeys.see(new Mirrored("e-1", SUBMIT, "7", "1", begin.plusMillis(9)));

    assertThat(lines().get(1)).contains("→ billing_order 3 ms");
  }

  @Test
  void recognisesAnEventWithoutIdByWhatItIsAbout() {
    journeys.see(new Published("stranger-1", SUBMIT, begin));
    journeys.see(new Handled("id-of-billing", SUBMIT, "billing_order", begin.plusMillis(3)));
    journeys.see(new Mirrored("id-of-bridge", SUBMIT, "id-of-bridge", "1", begin.plusMillis(9)));

    assertThat(lines().get(1)).contains("→ billing_order 3 ms").contains("⇒ SQS");
  }

  @Test
  void addsWhatHappensAfterAnEventWasTold() {
    journeys.see(new Published("e-1", SUBMIT, begin));
    journeys.see(new Mirrored("e-1", SUBMIT, "7", "1", begin.plusMillis(9)));
    lines();
    journeys.see(new Handled("e-1", SUBMIT, "billing_order", begin.plusMillis(8_000)));

    assertThat(text()).contains("later").contains("→ billing_order 8000 ms");
  }

  private List<String> lines() {
    await().until(journeys::allTold);
    return text().lines().filter(line -> !line.isEmpty()).toList();
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
