package dev.eventmanager.order.domain;

/** There is no order of that id. */
public final class UnknownOrderException extends RuntimeException {

  UnknownOrderException(long id) {
    super("There is no order " + id);
  }
}
