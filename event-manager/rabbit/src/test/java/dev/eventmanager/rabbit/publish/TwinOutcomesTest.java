package dev.eventmanager.rabbit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.PublishOutcome.Confirmed;
import dev.eventmanager.PublishOutcome.NotSent;
import dev.eventmanager.PublishOutcome.Rejected;
import dev.eventmanager.PublishOutcome.Unknown;
import dev.eventmanager.PublishOutcome.Unroutable;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwinOutcomesTest {

  private static final PublishOutcome CONFIRMED = new Confirmed();
  private static final PublishOutcome UNROUTABLE = new Unroutable(312, "NO_ROUTE");
  private static final PublishOutcome REJECTED = new Rejected("too large");
  private static final PublishOutcome NOT_SENT = new NotSent("the broker is away");
  private static final PublishOutcome UNKNOWN = new Unknown("no confirm", Optional.empty());
  private static final PublishOutcome PARTLY_SENT =
      new Unknown("one of its versions was not sent: the broker is away", Optional.empty());

  static Stream<Arguments> outcomes() {
    return Stream.of(
        Arguments.of(CONFIRMED, CONFIRMED, CONFIRMED),
        Arguments.of(CONFIRMED, UNROUTABLE, CONFIRMED),
        Arguments.of(UNROUTABLE, UNROUTABLE, UNROUTABLE),
        Arguments.of(CONFIRMED, REJECTED, REJECTED),
        Arguments.of(CONFIRMED, UNKNOWN, UNKNOWN),
        Arguments.of(CONFIRMED, NOT_SENT, PARTLY_SENT),
        Arguments.of(UNROUTABLE, NOT_SENT, NOT_SENT),
        Arguments.of(UNROUTABLE, REJECTED, REJECTED),
        Arguments.of(NOT_SENT, NOT_SENT, NOT_SENT));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anEventIsSafeWhereEachVersionThatAQueueWantsIs(
      PublishOutcome original, PublishOutcome twin, PublishOutcome expected) {
    assertThat(TwinOutcomes.combine(original, twin)).isEqualTo(expected);
    assertThat(TwinOutcomes.combine(twin, original)).isEqualTo(expected);
  }
}
