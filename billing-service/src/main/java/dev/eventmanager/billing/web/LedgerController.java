package dev.eventmanager.billing.web;

import dev.eventmanager.billing.domain.Ledger;
import dev.eventmanager.billing.domain.OrderId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/ledger")
class LedgerController {

  private final Ledger ledger;

  LedgerController(Ledger ledger) {
    this.ledger = ledger;
  }

  @GetMapping("/entries")
  List<EntryView> entries(@RequestParam long orderId) {
    return ledger.entries(new OrderId(orderId)).stream().map(EntryView::of).toList();
  }

  @GetMapping("/balance")
  BalanceView balance() {
    return BalanceView.of(ledger.balance());
  }
}
