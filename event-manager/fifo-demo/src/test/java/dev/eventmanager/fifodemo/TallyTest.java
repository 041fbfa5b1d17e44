package dev.eventmanager.fifodemo;

import static dev.eventmanager.fifodemo.Tally.Sighting.AGAIN;
import static dev.eventmanager.fifodemo.Tally.Sighting.IN_ORDER;
import static dev.eventmanager.fifodemo.Tally.Sighting.OUT_OF_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final Tally tally = new Tally();

  @Test
  void countsWhatIsHandledAfterALaterOne() {
    sent("Ada", "red", 4);

    assertThat(IntStream.of(1, 3, 2, 4).mapToObj(number -> handled("Ada", "red", number)))
        .containsExactly(IN_ORDER, IN_ORDER, OUT_OF_ORDER, IN_ORDER);
    assertThat(account(0).breaches()).isEqualTo(1);
  }

  @Test
  void findsNoOrderBetweenPublishersNorBetweenGroups() {
    sent("Ada", "red", 2);
    sent("Grace", "red", 2);
    sent("Ada", "blue", 2);

    handled("Ada", "red", 2);

    assertThat(handled("Grace", "red", 1)).isEqualTo(IN_ORDER);
    assertThat(handled("Ada", "blue", 1)).isEqualTo(IN_ORDER);
    assertThat(handled("Ada", "red", 1)).isEqualTo(OUT_OF_ORDER);
    assertThat(account(0).breachesByGroup()).containsEntry("red", 1).containsEntry("blue", 0);
  }

  @Test
  void takesAMessageThatIsHandledAgainForADuplicateAndNoBreach() {
    sent("Ada", "red", 2);

    handled("Ada", "red", 1);
    handled("Ada", "red", 2);

    assertThat(handled("Ada", "red", 1)).isEqualTo(AGAIN);
    assertThat(account(0).handledAgain()).isEqualTo(1);
    assertThat(account(0).breaches()).isZero();
    assertThat(account(0).handled()).isEqualTo(2);
  }

  @Test
  void takesForSwallowedWhatWasTakenAndIsNeitherReceivedNorLeft() {
    sent("Ada", "red", 1);
    sent("Ada", "red", 1);
    sent("Ada", "blue", 1);
    tally.received("id-1");
    tally.received("id-1");

    assertThat(account(1).swallowed()).isEqualTo(1);
    assertThat(account(0).swallowed()).isEqualTo(2);
  }

  @Test
  void missesWhatIsNeitherHandledNorSetAside() {
    sent("Ada", "red", 3);
    handled("Ada", "red", 1);
    assertThat(tally.isComplete()).isFalse();

    tally.dead(new Numbered("Ada", "red", 2));
    assertThat(account(0).missing()).isEqualTo(1);

    handled("Ada", "red", 3);
    assertThat(tally.isComplete()).isTrue();
    assertThat(account(0).deadLetters()).isEqualTo(1);
    assertThat(account(0).isSettled()).isTrue();
    assertThat(account(1).isSettled()).isFalse();
  }

  @Test
  void readsFromAQueueWhatItWroteThere() {
    var message = new Numbered("Ada", "group-1", 7);

    assertThat(Numbered.of(message.text())).isEqualTo(message);
    assertThat(message).hasToString("Ada's no. 7 of group-1");
  }

  private void sent(String publisher, String group, int count) {
    IntStream.rangeClosed(1, count)
        .forEach(number -> tally.sent(new Numbered(publisher, group, number)));
  }

  private Tally.Sighting handled(String publisher, String group, int number) {
    return tally.handled(new Numbered(publisher, group, number));
  }

  private Account account(int left) {
    return tally.account(left, Duration.ofSeconds(1));
  }
}
