package dev.eventmanager.rabbit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.eventmanager.rabbit.connection.Cork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Acknowledgements acknowledgements = new Acknowledgements(new Cork(), 15);
  private final List<String> acks = new ArrayList<>();

  @Test
  void goTogetherOnceThereAreEnoughForTheBrokerToNoticeThem() {
    acknowledgements.add(1);
    acknowledgements.add(2);
    acknowledgements.add(3);

    send();

    assertThat(acks).containsExactly("up to 3");
  }

  @Test
  void doNotWaitForOthersThatDoNotCome() {
    acknowledgements.add(1);

    send();

    assertThat(acks).containsExactly("up to 1");
  }

  @Test
  void goAtOnceWhereTheConsumerIsWokenUp() {
    acknowledgements.wakeUp();
    acknowledgements.add(1);

    send();

    assertThat(acks).containsExactly("up to 1");
  }

  @Test
  void areNotWaitedForByWhoIsWokenUp() {
    acknowledgements.wakeUp();

    send();

    assertThat(acks).isEmpty();
  }

  private void send() {
    assertTimeoutPreemptively(
        DEADLINE,
        () -> acknowledgements.send(
            FOR_EVER, (tag, multiple) -> acks.add((multiple ? "up to " : "only ") + tag)));
  }
}
