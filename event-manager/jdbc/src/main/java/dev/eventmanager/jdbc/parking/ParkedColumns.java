package dev.eventmanager.jdbc.parking;

import dev.eventmanager.jdbc.schema.EventColumns;

/**
 * The columns of a parked event, the same where it is kept once it is discarded. For the packages of
 * this module.
 */
public final class ParkedColumns {

  /** All columns but those that say which row it is. */
  public static final String NAMES = "queue, sequence_id, reason, attempts, first_failed_at,"
      + " last_failed_at, error_class, error_message, error_frame, error_stack, fingerprint, "
      + EventColumns.NAMES;

  private ParkedColumns() {}
}
