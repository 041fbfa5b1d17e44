package dev.eventmanager.billing.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ledger's accounts added up, by currency. */
public record TrialBalance(List<Row> accounts) {

  /** What one account holds in one currency. */
  public record Row(Account account, Currency currency, BigDecimal debits, BigDecimal credits) {

    /** Debits less credits: positive when the account is owed, negative when it owes. */
    public BigDecimal balance() {
      return debits.subtract(credits);
    }
  }

  /** Whether the balances sum to zero in every currency. */
  public boolean balanced() {
    Map<Currency, BigDecimal> sums =
        accounts.stream().collect(Collectors.toMap(Row::currency, Row::balance, BigDecimal::add));
    return sums.values().stream().allMatch(sum -> sum.signum() == 0);
  }
}
