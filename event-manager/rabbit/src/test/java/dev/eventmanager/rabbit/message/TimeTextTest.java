package dev.eventmanager.rabbit.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

  private static final long FIRST_SECOND =
      Instant.parse("-0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND =
      Instant.parse("+10001-01-01T00:00:00Z").getEpochSecond();
  private static final int[] GRAINS = {1, 1_000, 1_000_000, 1_000_000_000};

  @Test
  void writesAndReadsAnyTimeAsInstantDoes() {
    Random random = new Random(4711);
    for (int round = 0; round < 100_000; round++) {
      int grain = GRAINS[random.nextInt(GRAINS.length)];
      Instant time = Instant.ofEpochSecond(
          FIRST_SECOND + (long) (random.nextDouble() * (LAST_SECOND - FIRST_SECOND)),
          random.nextInt(1_000_000_000) / grain * grain);

      assertThat(TimeText.of(time)).isEqualTo(time.toString());
      assertThat(TimeText.parse(time.toString())).isEqualTo(time);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59.999999999Z",
        "1970-01-01T00:00:00.000000001Z",
        "1970-01-01T00:00:00.100Z",
        "2024-02-29T12:00:00Z",
        "9999-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z"
      })
  void writesTheFirstAndTheLastOfAFormAsInstantDoes(String text) {
    Instant time = Instant.parse(text);

    assertThat(TimeText.of(time)).isEqualTo(time.toString());
    assertThat(TimeText.of(Instant.MIN)).isEqualTo(Instant.MIN.toString());
    assertThat(TimeText.of(Instant.MAX)).isEqualTo(Instant.MAX.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.1Z",
        "2026-03-04T05:06:07.12345Z",
        "2026-03-04T05:06:07.123456789Z",
        "2026-03-04T05:06:07.1234567890Z",
        "2026-03-04T05:06:07.Z",
        "2026-03-04T05:06:07.123456789",
        "2026-03-04T05:06:07,123Z",
        "2026-03-04T05:06Z",
        "2026-03-04T24:00:00Z",
        "2026-03-04T24:00:01Z",
        "2026-12-31T23:59:60Z",
        "2026-02-29T05:06:07Z",
        "2026-13-04T05:06:07Z",
        "2026-03-04t05:06:07z",
        "2026-03-04T05:06:07+02:00",
        "+2026-03-04T05:06:07Z",
        "-026-03-04T05:06:07Z",
        "2026-03-04T05:06:+7Z",
        "2026-03-04T05:06:０７Z",
        "+1000000000-12-31T23:59:59Z",
        "yesterday",
        "Z",
        ""
      })
  void readsWhatInstantReadsAndNothingElse(String text) {
    assertThat(TimeText.parse(text)).isEqualTo(readByInstant(text));
  }

  private static @Nullable Instant readByInstant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException none) {
      return null;
    }
  }
}
