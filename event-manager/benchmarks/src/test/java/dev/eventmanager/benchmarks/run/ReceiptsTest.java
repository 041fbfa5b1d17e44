package dev.eventmanager.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReceiptsTest {

  private static final int KEY = 1;

  private final Purchases published = new Purchases(2);
  private final Receipts receipts = new Receipts(2);
  private final Purchase first = published.next(KEY, 0);
  private final Purchase second = published.next(KEY, 0);

  @Test
  void acceptsWhatCameOnceAndInOrder() {
    receipts.received(first);
    receipts.received(second);

    assertThatCode(() -> receipts.require(published)).doesNotThrowAnyException();
  }

  @Test
  void failsWhereOneIsMissing() {
    receipts.received(first);

    assertThatThrownBy(() -> receipts.require(published))
        .hasMessageContaining("2 were published, the last to come was 1");
  }

  @Test
  void failsWhereOneCameTwice() {
    receipts.received(first);
    receipts.received(second);
    receipts.received(second);

    assertThatThrownBy(() -> receipts.require(published))
        .hasMessageContaining("2 came after 2")
        .hasMessageContaining("2 were published, 3 came");
  }

  @Test
  void failsWhereOneOvertook() {
    receipts.received(second);
    receipts.received(first);

    assertThatThrownBy(() -> receipts.require(published)).hasMessageContaining("1 came after 2");
  }

  @Test
  void failsWhereOneWasRefused() {
    receipts.received(first);
    receipts.received(second);
    receipts.fault("the broker refused an event");

    assertThatThrownBy(() -> receipts.require(published)).hasMessageContaining("refused");
  }
}
