package dev.eventmanager.billing.domain;

import static dev.eventmanager.billing.domain.Samples.BILL;
import static dev.eventmanager.billing.domain.Samples.ORDER;
import static dev.eventmanager.billing.domain.Samples.TOO_MUCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.billing.domain.Invoice.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of an order twice, in every order they can come in. */
class EventsInAnyOrderTest {

  private final Books books = new Books();
  private final Billing billing = Samples.billing(books);

  @ParameterizedTest
  @MethodSource("histories")
  void leaveNothingOwedOnceAnOrderIsCalledOff(List<Happening> history) {
    history.forEach(this::happen);

    assertThat(books.on(Account.RECEIVABLE)).isZero();
    assertThat(books.balance().balanced()).isTrue();
    assertThat(billing.find(ORDER).status()).isIn(Status.REFUNDED, Status.VOID);
  }

  @ParameterizedTest
  @MethodSource("histories")
  void settleAndRefundAtMostOnceAndAlwaysBothOrNeither(List<Happening> history) {
    history.forEach(this::happen);

    assertThat(books.announced()).isIn(List.of(), List.of("settle 1", "refund 1"));
    assertThat(books.entries(ORDER)).hasSize(2 * books.announced().size());
  }

  @ParameterizedTest
  @MethodSource("histories")
  void mayComeTwiceWithoutADifference(List<Happening> history) {
    Books once = new Books();
    history.stream().distinct().forEach(event -> event.happen(Samples.billing(once), BILL));
    history.forEach(this::happen);

    assertThat(books.find(ORDER)).isEqualTo(once.find(ORDER));
    assertThat(books.entries(ORDER)).isEqualTo(once.entries(ORDER));
    assertThat(books.announced()).isEqualTo(once.announced());
  }

  @ParameterizedTest
  @MethodSource("histories")
  void declineOnceWhatMustBeDeclined(List<Happening> history) {
    history.forEach(event -> event.happen(billing, TOO_MUCH));

    assertThat(billing.find(ORDER).status()).isEqualTo(Status.DECLINED);
    assertThat(books.announced()).containsExactly("decline 1");
    assertThat(books.entries(ORDER)).isEmpty();
  }

  private void happen(Happening event) {
    event.happen(billing, BILL);
  }

  /** All distinct arrangements of each event twice. */
  static Stream<List<Happening>> histories() {
    List<Happening> twice = new ArrayList<>(List.of(Happening.values()));
    twice.addAll(List.of(Happening.values()));
    return arrangements(twice);
  }

  private static Stream<List<Happening>> arrangements(List<Happening> events) {
    if (events.isEmpty()) {
      return Stream.of(List.of());
    }
    return events.stream().distinct().flatMap(first -> {
      List<Happening> others = new ArrayList<>(events);
      others.remove(first);
      return arrangements(others)
          .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
    });
  }

  /** What billing hears of an order. */
  enum Happening {
    SUBMIT,
    REFUSE,
    CHARGEBACK;

    void happen(Billing billing, Bill bill) {
      switch (this) {
        case SUBMIT -> billing.submitted(ORDER, bill);
        case REFUSE -> billing.calledOff(ORDER, "order refused");
        case CHARGEBACK -> billing.calledOff(ORDER, "order charged back");
      }
    }
  }
}
