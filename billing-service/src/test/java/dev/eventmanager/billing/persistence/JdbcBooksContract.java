package dev.eventmanager.billing.persistence;

import static dev.eventmanager.billing.domain.Samples.BILL;
import static dev.eventmanager.billing.domain.Samples.NOW;
import static dev.eventmanager.billing.domain.Samples.ORDER;
import static dev.eventmanager.billing.domain.Samples.TOO_MUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.billing.domain.Account;
import dev.eventmanager.billing.domain.Bill;
import dev.eventmanager.billing.domain.Billing;
import dev.eventmanager.billing.domain.BillingAnnouncements;
import dev.eventmanager.billing.domain.Booking;
import dev.eventmanager.billing.domain.Books;
import dev.eventmanager.billing.domain.Invoice;
import dev.eventmanager.billing.domain.Invoice.Status;
import dev.eventmanager.billing.domain.Money;
import dev.eventmanager.billing.domain.OrderId;
import dev.eventmanager.billing.domain.Samples;
import dev.eventmanager.billing.domain.TrialBalance;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** What billing asks of its database, the same of each. */
abstract class JdbcBooksContract {

  private Database database;
  private JdbcInvoices invoices;
  private JdbcLedger ledger;
  private Billing billing;

  abstract Database database();

  @BeforeEach
  void open() {
    database = database();
    invoices = new JdbcInvoices(database.client());
    ledger = new JdbcLedger(database.client());
    billing = Samples.billing(invoices, ledger, new Books(), database.unitOfWork());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsAnInvoiceAsItWas() {
    billing.submitted(ORDER, BILL);
    billing.calledOff(ORDER, "changed my mind");

    Invoice invoice = billing.find(ORDER);
    assertThat(invoice.status()).isEqualTo(Status.REFUNDED);
    assertThat(invoice.bill()).hasValue(BILL);
    assertThat(invoice.reason()).hasValue("changed my mind");
  }

  @Test
  void keepsTheMarkOfAnOrderThatWasCalledOffBeforeItCame() {
    billing.calledOff(ORDER, "changed my mind");
    billing.submitted(ORDER, BILL);

    assertThat(billing.find(ORDER).status()).isEqualTo(Status.VOID);
    assertThat(ledger.entries(ORDER)).isEmpty();
  }

  @Test
  void keepsAmountsToTheLastDigit() {
    Bill exact = new Bill("c-1001", Money.of("0.0000000001", "EUR"));
    billing.submitted(ORDER, exact);

    assertThat(billing.find(ORDER).bill()).hasValue(exact);
    assertThat(ledger.entries(ORDER).get(0).debit()).isEqualTo("0.0000000001");
  }

  @Test
  void givesBackBothEntriesOfEachBookingOldestFirst() {
    billing.submitted(ORDER, BILL);
    billing.calledOff(ORDER, "changed my mind");
    billing.submitted(new OrderId(2), BILL);

    assertThat(ledger.entries(ORDER))
        .extracting(entry -> entry.account())
        .containsExactly(Account.RECEIVABLE, Account.REVENUE, Account.REFUNDS, Account.RECEIVABLE);
    assertThat(ledger.entries(ORDER))
        .allMatch(entry -> entry.booking().bookedAt().equals(NOW));
  }

  @Test
  void addsUpEachAccountByCurrency() {
    billing.submitted(ORDER, BILL);
    billing.submitted(new OrderId(2), BILL);
    billing.submitted(new OrderId(3), new Bill("c-1001", Money.of("7", "CHF")));
    billing.submitted(new OrderId(4), TOO_MUCH);
    billing.calledOff(new OrderId(2), "changed my mind");

    TrialBalance balance = ledger.balance();
    assertThat(balance.balanced()).isTrue();
    assertThat(balance.accounts())
        .extracting(row -> row.currency() + " " + row.account() + " " + row.balance())
        .containsExactly(
            "CHF RECEIVABLE 7.00",
            "CHF REVENUE -7.00",
            "EUR RECEIVABLE 10.50",
            "EUR REFUNDS 10.50",
            "EUR REVENUE -21.00");
  }

  @Test
  void booksNoOrderTwice() {
    billing.submitted(ORDER, BILL);

    assertThatThrownBy(
            () -> ledger.book(new Booking(ORDER, Booking.Kind.SETTLEMENT, BILL.total(), NOW)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void takesNoBookingThatIsNotBetweenTwoAccounts() {
    billing.submitted(ORDER, BILL);

    assertThatThrownBy(() -> database
            .client()
            .sql("UPDATE booking SET credit_account = debit_account")
            .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void keepsNothingOfAChangeThatCannotBeAnnounced() {
    Billing mute = Samples.billing(invoices, ledger, new Mute(), database.unitOfWork());

    assertThatThrownBy(() -> mute.submitted(ORDER, BILL)).hasMessage("no broker, no outbox");
    assertThat(invoices.find(ORDER)).isEmpty();
    assertThat(ledger.balance().accounts()).isEmpty();
  }

  @Test
  void handlesEventsOfOneOrderThatComeAtOnceOneAfterTheOther() {
    CompletableFuture<?>[] events = Stream.of(
            "submit", "refuse", "submit", "chargeback", "submit", "refuse")
        .map(event ->
            CompletableFuture.runAsync(() -> happen(event), each -> new Thread(each).start()))
        .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(events).join();

    assertThat(billing.find(ORDER).status()).isIn(Status.REFUNDED, Status.VOID);
    assertThat(ledger.entries(ORDER).size()).isIn(0, 4);
    assertThat(ledger.balance().balanced()).isTrue();
  }

  private void happen(String event) {
    if (event.equals("submit")) {
      billing.submitted(ORDER, BILL);
    } else {
      billing.calledOff(ORDER, event);
    }
  }

  /** Has no way to tell anybody. */
  private static final class Mute implements BillingAnnouncements {

    @Override
    public void settled(Invoice invoice) {
      throw new IllegalStateException("no broker, no outbox");
    }

    @Override
    public void declined(Invoice invoice) {
      settled(invoice);
    }

    @Override
    public void refunded(Invoice invoice) {
      settled(invoice);
    }
  }
}
