package dev.eventmanager.billing.domain;

import static dev.eventmanager.billing.domain.Samples.BILL;
import static dev.eventmanager.billing.domain.Samples.NOW;
import static dev.eventmanager.billing.domain.Samples.ORDER;
import static dev.eventmanager.billing.domain.Samples.TOO_MUCH;
import static dev.eventmanager.billing.domain.Samples.WITHOUT_CREDIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.billing.domain.Invoice.Status;
import org.junit.jupiter.api.Test;

class BillingTest {

  private final Books books = new Books();
  private final Billing billing = Samples.billing(books);

  @Test
  void settlesAnOrder() {
    billing.submitted(ORDER, BILL);

    assertThat(billing.find(ORDER).status()).isEqualTo(Status.SETTLED);
    assertThat(books.entries(ORDER))
        .extracting(entry -> entry.account() + " " + entry.debit() + " " + entry.credit())
        .containsExactly("RECEIVABLE 10.50 0", "REVENUE 0 10.50");
    assertThat(books.announced()).containsExactly("settle 1");
  }

  @Test
  void datesBookingsByTheClock() {
    billing.submitted(ORDER, BILL);

    assertThat(books.entries(ORDER))
        .allMatch(entry -> entry.booking().bookedAt().equals(NOW));
  }

  @Test
  void declinesWhatIsOverTheCreditLimit() {
    billing.submitted(ORDER, TOO_MUCH);

    assertThat(billing.find(ORDER).status()).isEqualTo(Status.DECLINED);
    assertThat(billing.find(ORDER).reason())
        .hasValue("total 10000.01 EUR is over the credit limit of 10000");
    assertThat(books.entries(ORDER)).isEmpty();
    assertThat(books.announced()).containsExactly("decline 1");
  }

  @Test
  void settlesWhatIsExactlyTheCreditLimit() {
    billing.submitted(ORDER, new Bill("c-1001", Money.of("10000.00", "EUR")));

    assertThat(billing.find(ORDER).status()).isEqualTo(Status.SETTLED);
  }

  @Test
  void declinesCustomersWithoutCredit() {
    billing.submitted(ORDER, WITHOUT_CREDIT);

    assertThat(billing.find(ORDER).reason()).hasValue("customer c-declined-7 has no credit");
  }

  @Test
  void refundsASettledOrderThatIsCalledOff() {
    billing.submitted(ORDER, BILL);
    billing.calledOff(ORDER, "changed my mind");

    assertThat(billing.find(ORDER).status()).isEqualTo(Status.REFUNDED);
    assertThat(books.on(Account.RECEIVABLE)).isZero();
    assertThat(books.on(Account.REVENUE)).isEqualByComparingTo("-10.50");
    assertThat(books.on(Account.REFUNDS)).isEqualByComparingTo("10.50");
    assertThat(books.announced()).containsExactly("settle 1", "refund 1");
  }

  @Test
  void neverSettlesAnOrderThatWasCalledOffBefore() {
    billing.calledOff(ORDER, "changed my mind");
    billing.submitted(ORDER, BILL);

    assertThat(billing.find(ORDER))
        .returns(Status.VOID, Invoice::status)
        .returns(BILL, Invoice::billed);
    assertThat(books.entries(ORDER)).isEmpty();
    assertThat(books.announced()).isEmpty();
  }

  @Test
  void hasNothingToRefundOfADeclinedOrder() {
    billing.submitted(ORDER, TOO_MUCH);
    billing.calledOff(ORDER, "refused");

    assertThat(billing.find(ORDER).status()).isEqualTo(Status.DECLINED);
    assertThat(books.announced()).containsExactly("decline 1");
  }

  @Test
  void keepsTheFirstBillOfAnOrderThatComesWithTwo() {
    billing.submitted(ORDER, BILL);
    billing.submitted(ORDER, WITHOUT_CREDIT);

    assertThat(billing.find(ORDER).billed()).isEqualTo(BILL);
  }

  @Test
  void saysWhereToLookForAnUnknownOrder() {
    assertThatThrownBy(() -> billing.find(ORDER))
        .isInstanceOf(UnknownOrderException.class)
        .hasMessageContaining("no invoice of order 1")
        .hasMessageContaining("/orders/1");
  }
}
