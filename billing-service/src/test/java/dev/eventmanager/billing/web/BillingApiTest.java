package dev.eventmanager.billing.web;

import static dev.eventmanager.billing.domain.Samples.BILL;
import static dev.eventmanager.billing.domain.Samples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.billing.domain.Billing;
import dev.eventmanager.billing.domain.Books;
import dev.eventmanager.billing.domain.OrderId;
import dev.eventmanager.billing.domain.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest
@Import({ApiDescription.class, BillingApiTest.Adapters.class})
class BillingApiTest {

  @Autowired
  private MockMvcTester api;

  @Autowired
  private Billing billing;

  @Autowired
  private Books books;

  @BeforeEach
  void beginAnew() {
    books.clear();
  }

  @Test
  void showsASettledInvoice() {
    billing.submitted(ORDER, BILL);

    assertThat(api.get().uri("/invoices/1")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
        {"orderId":1,"status":"SETTLED","customer":"c-1001","total":"10.50","currency":"EUR"}""");
  }

  @Test
  void showsWhyAnInvoiceWasDeclined() {
    billing.submitted(ORDER, Samples.WITHOUT_CREDIT);

    assertThat(api.get().uri("/invoices/1")).bodyJson().isLenientlyEqualTo("""
        {"status":"DECLINED","reason":"customer c-declined-7 has no credit"}""");
  }

  @Test
  void showsThatAnOrderWasCalledOffBeforeItCame() {
    billing.calledOff(ORDER, "changed my mind");

    assertThat(api.get().uri("/invoices/1")).bodyJson().isStrictlyEqualTo("""
        {"orderId":1,"status":"VOID","reason":"changed my mind"}""");
  }

  @Test
  void showsBothSidesOfEachBooking() {
    billing.submitted(ORDER, BILL);

    assertThat(api.get().uri("/ledger/entries?orderId=1"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("""
        [{"orderId":1,"booking":"SETTLEMENT","account":"RECEIVABLE","debit":"10.50","credit":"0","currency":"EUR"},
         {"orderId":1,"booking":"SETTLEMENT","account":"REVENUE","debit":"0","credit":"10.50","currency":"EUR"}]""");
    assertThat(api.get().uri("/ledger/entries?orderId=1"))
        .bodyJson()
        .extractingPath("$[0].bookedAt")
        .asString()
        .endsWith("Z");
  }

  @Test
  void showsNoEntriesOfAnOrderThatHasNone() {
    assertThat(api.get().uri("/ledger/entries?orderId=1"))
        .hasStatusOk()
        .bodyText()
        .isEqualTo("[]");
  }

  @Test
  void showsThatTheLedgerIsInBalance() {
    billing.submitted(ORDER, BILL);
    billing.submitted(new OrderId(2), BILL);

    assertThat(api.get().uri("/ledger/balance")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
        {"balanced":true,
         "accounts":[{"account":"RECEIVABLE","currency":"EUR","debits":"10.50","balance":"10.50"},
                     {"account":"REVENUE","currency":"EUR","credits":"10.50","balance":"-10.50"},
                     {},{}]}""");
  }

  @Test
  void saysWhereToLookForAnUnknownOrder() {
    assertThat(api.get().uri("/invoices/99"))
        .hasStatus(404)
        .hasContentType("application/problem+json")
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("orderId");
    assertThat(api.get().uri("/invoices/99"))
        .bodyText()
        .contains("There is no invoice of order 99", "/orders/99");
  }

  @ParameterizedTest
  @CsvSource({
    "/invoices/tea,                            must be a whole number",
    "/invoices/1.5,                            must be a whole number",
    "/invoices/99999999999999999999,           must be a whole number",
    "/ledger/entries?orderId=tea,              must be a whole number",
    "/ledger/entries?orderId=,                 must be a whole number",
    "/ledger/entries,                          must be given",
  })
  void namesTheParameterThatIsNoOrderId(String uri, String message) {
    assertThat(api.get().uri(uri)).hasStatus(400).bodyJson().isLenientlyEqualTo("""
        {"errors":[{"field":"orderId","message":"%s"}]}""".formatted(
            message));
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Adapters {

    @Bean
    Books books() {
      return new Books();
    }
  }
}
