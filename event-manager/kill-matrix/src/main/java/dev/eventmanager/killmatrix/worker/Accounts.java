package dev.eventmanager.killmatrix.worker;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;

/** The one event of the matrix. */
final class Accounts {

  static final EventType<Movement> MOVE =
      Exchange.topic("account").event("move", Movement.class).keyedBy(Movement::account);

  private Accounts() {}
}
