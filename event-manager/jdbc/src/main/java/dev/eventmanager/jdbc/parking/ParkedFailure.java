package dev.eventmanager.jdbc.parking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What is kept of the failure that had an event parked; class and frame together tell failures of
 * one kind.
 *
 * @param errorClass the class of the failure's root cause
 * @param message the root cause's message, or where it has none that of the failure around it; empty
 *     where none has one
 * @param frame where in the service's own code it arose, such as {@code Billing.settle:42}; empty
 *     where no such frame is in its stack
 */
public record ParkedFailure(String errorClass, Optional<String> message, Optional<String> frame) {

  /** The failure in the current row; empty of an event that has not failed. */
  public static Optional<ParkedFailure> read(ResultSet row) throws SQLException {
    String errorClass = row.getString("error_class");
    if (errorClass == null) {
      return Optional.empty();
    }
    return Optional.of(new ParkedFailure(
        errorClass,
        Optional.ofNullable(row.getString("error_message")),
        Optional.ofNullable(row.getString("error_frame"))));
  }
}
