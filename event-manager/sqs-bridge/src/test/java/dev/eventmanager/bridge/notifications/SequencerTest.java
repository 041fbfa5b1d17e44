package dev.eventmanager.bridge.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequencerTest {

  @ParameterizedTest
  @CsvSource({
    "0055AED6DCD90281E5, 0055AED6DCD90281E6",
    "9, A",
    "FF, 100",
    "ff, 0100",
    "55AED6DCD90281E5, 0155AED6DCD90281E5",
    "0055AED6DCD90281E5, 0055AED6DCD90281E500",
  })
  void comparesAsIfTheShorterWereFilledWithZerosOnTheLeft(String earlier, String later) {
    assertThat(Sequencer.number(earlier)).isLessThan(Sequencer.number(later));
  }

  @Test
  void takesZerosOnTheLeftAndTheCaseOfLettersForNothing() {
    assertThat(Sequencer.number("0055aed6dcd90281e5"))
        .isEqualTo(Sequencer.number("55AED6DCD90281E5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "0x1", "12G", "1 2", "١"})
  void refusesWhatIsNotHexadecimal(String text) {
    assertThatThrownBy(() -> Sequencer.number(text))
        .isInstanceOf(UnreadableNotificationException.class);
  }

  @Test
  void refusesMoreDigitsThanTheDatabaseHasRoomFor() {
    assertThat(Sequencer.number("F".repeat(64)).toString()).hasSizeLessThanOrEqualTo(80);
    assertThatThrownBy(() -> Sequencer.number("F".repeat(65)))
        .isInstanceOf(UnreadableNotificationException.class);
  }
}
