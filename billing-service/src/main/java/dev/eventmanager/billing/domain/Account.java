package dev.eventmanager.billing.domain;

/** The accounts of the general ledger. */
public enum Account {
  /** What customers owe us. */
  RECEIVABLE,
  /** What we have sold. */
  REVENUE,
  /** What we have sold and taken back; set against revenue, which keeps gross sales readable. */
  REFUNDS
}
