package dev.eventmanager.order.domain;

/** A purchase that cannot be taken, with the field at fault. */
public final class InvalidPurchaseException extends RuntimeException {

  private final String field;

  public InvalidPurchaseException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field's path within the purchase, such as {@code lines[0].price}. */
  public String field() {
    return field;
  }
}
