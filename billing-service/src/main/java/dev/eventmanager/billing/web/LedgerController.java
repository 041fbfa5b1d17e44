package dev.eventmanager.billing.web;

import dev.eventmanager.billing.domain.Ledger;
import dev.eventmanager.billing.domain.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "General ledger")
class LedgerController {

  private final Ledger ledger;

  LedgerController(Ledger ledger) {
    this.ledger = ledger;
  }

  @GetMapping("/entries")
  @Operation(
      summary = "See what was booked for an order, the oldest first; both sides of each booking")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = ApiDescription.PROBLEM)
  List<EntryResponse> entries(@RequestParam long orderId) {
    return ledger.entries(new OrderId(orderId)).stream().map(EntryResponse::of).toList();
  }

  @GetMapping("/balance")
  @Operation(summary = "See what every account holds, and that all of it sums to zero")
  BalanceResponse balance() {
    return BalanceResponse.of(ledger.balance());
  }
}
