package dev.eventmanager.billing.web;

import dev.eventmanager.billing.domain.Billing;
import dev.eventmanager.billing.domain.OrderId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/invoices")
class InvoiceController {

  private final Billing billing;

  InvoiceController(Billing billing) {
    this.billing = billing;
  }

  @GetMapping("/{orderId}")
  InvoiceView invoice(@PathVariable long orderId) {
    return InvoiceView.of(billing.find(new OrderId(orderId)));
  }
}
