package dev.eventmanager.billing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.billing.domain.Bill;
import dev.eventmanager.billing.domain.Invoice;
import dev.eventmanager.billing.domain.Money;
import org.jspecify.annotations.Nullable;

/** An invoice as the API shows it. Amounts are text, so that no client rounds them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvoiceResponse(
    long orderId,
    Invoice.Status status,
    @Nullable String customer,
    @Nullable String total,
    @Nullable String currency,
    @Nullable String reason) {

  static InvoiceResponse of(Invoice invoice) {
    Money total = invoice.bill().map(Bill::total).orElse(null);
    return new InvoiceResponse(
        invoice.orderId().value(),
        invoice.status(),
        invoice.bill().map(Bill::customer).orElse(null),
        total == null ? null : total.amount().toPlainString(),
        total == null ? null : total.currency().getCurrencyCode(),
        invoice.reason().orElse(null));
  }
}
