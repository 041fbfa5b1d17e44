package dev.eventmanager.library;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;

/** What the library tells of its books; the contract files are in the resources of these tests. */
final class Loans {

  static final Exchange LOAN = Exchange.topic("loan");

  static final EventType<Lent> LEND = LOAN.event("lend", Lent.class)
      .version(2)
      .keyedBy(Lent::book)
      .upcasting(1, LentV1.class, older -> new Lent(older.book(), "unknown"));

  static final EventType<Returned> RETURN =
      LOAN.event("return", Returned.class).keyedBy(Returned::book);

  private Loans() {}

  record Lent(String book, String reader) {}

  record LentV1(String book) {}

  record Returned(String book) {}
}
