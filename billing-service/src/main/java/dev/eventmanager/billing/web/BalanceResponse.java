package dev.eventmanager.billing.web;

import dev.eventmanager.billing.domain.Account;
import dev.eventmanager.billing.domain.TrialBalance;
import java.util.List;

/** The trial balance as the API shows it. */
record BalanceResponse(boolean balanced, List<Row> accounts) {

  record Row(Account account, String currency, String debits, String credits, String balance) {

    static Row of(TrialBalance.Row row) {
      return new Row(
          row.account(),
          row.currency().getCurrencyCode(),
          row.debits().toPlainString(),
          row.credits().toPlainString(),
          row.balance().toPlainString());
    }
  }

  static BalanceResponse of(TrialBalance balance) {
    return new BalanceResponse(
        balance.balanced(), balance.accounts().stream().map(Row::of).toList());
  }
}
