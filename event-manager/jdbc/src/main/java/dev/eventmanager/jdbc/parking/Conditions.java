package dev.eventmanager.jdbc.parking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a query that depends on what is asked for. Confined to one call. */
final class Conditions {

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  Conditions equal(String column, Optional<String> value) {
    value.ifPresent(each -> {
      sql.append(" and ").append(column).append(" = ?");
      values.add(each);
    });
    return this;
  }

  List<Object> values() {
    return values;
  }

  /** To follow at least one condition. */
  @Override
  public String toString() {
    return sql.toString();
  }
}
