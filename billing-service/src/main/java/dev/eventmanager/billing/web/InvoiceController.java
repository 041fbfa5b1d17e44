package dev.eventmanager.billing.web;

import dev.eventmanager.billing.domain.Billing;
import dev.eventmanager.billing.domain.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/invoices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Invoices")
class InvoiceController {

  private final Billing billing;

  InvoiceController(Billing billing) {
    this.billing = billing;
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "See the invoice of an order, with its status")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = ApiDescription.PROBLEM)
  @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
  InvoiceResponse invoice(@PathVariable long orderId) {
    return InvoiceResponse.of(billing.find(new OrderId(orderId)));
  }
}
