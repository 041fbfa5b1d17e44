package dev.eventmanager.killmatrix.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares what the three services have written down, past all of them. Not thread-safe. */
final class ShopReader {

  /** Orders of which invoice, bookings, shipment and status do not agree, or not yet. */
  private static final String DISAGREEING = """
      select format('order %s: status %s, invoice %s, bookings %s, shipment %s',
          id, status, invoice, bookings, stage)
      from (
          select accepted.id, coalesce(o.status, 'none') as status,
              coalesce(i.status, 'none') as invoice, coalesce(s.stage, 'none') as stage,
              (select coalesce(string_agg(kind, ' and ' order by b.id), 'none')
               from billing_service.booking b where b.order_id = accepted.id) as bookings
          from unnest(?) accepted(id)
              left join order_service.orders o on o.id = accepted.id
              left join billing_service.invoice i on i.order_id = accepted.id
              left join logistic_service.shipment s on s.order_id = accepted.id) all_of_it
      where (status, invoice, bookings, stage) not in (
          ('DISPATCHED', 'SETTLED', 'SETTLEMENT', 'DISPATCHED'),
          ('REFUSED', 'DECLINED', 'none', 'CANCELLED'),
          ('REFUSED', 'VOID', 'none', 'SHORT'),
          ('REFUSED', 'REFUNDED', 'SETTLEMENT and REFUND', 'SHORT'))
      order by id
      """;

  /** Shows an order that was sent twice, or reserved and never sent. */
  private static final String STOCK = """
      select format('%s: %s on hand, %s reserved, %s sent', product, on_hand, reserved, sent)
      from (
          select k.*, (select coalesce(sum(quantity), 0)
              from logistic_service.shipment_line l join logistic_service.shipment s using (order_id)
              where l.product = k.product and s.stage = 'DISPATCHED') as sent
          from logistic_service.stock k where product <> 'rare-orchid') counted
      where on_hand + sent <> 100000 or reserved <> 0
      """;

  private static final String LEFT = """
      select format('%%s rows in %1$s.%2$s', count(*)) from %1$s.%2$s having count(*) > 0
      """;

  private final String database;

  ShopReader(String database) {
    this.database = database;
  }

  /** The orders, of those that were accepted, that do not agree or not yet. */
  List<String> disagreeing(Collection<Long> accepted) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        PreparedStatement statement = connection.prepareStatement(DISAGREEING)) {
      statement.setArray(1, connection.createArrayOf("bigint", accepted.toArray()));
      return lines(statement);
    }
  }

  /** Whatever is left in the services' tables, and what stock does not agree. */
  List<String> leftovers() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database)) {
      found.addAll(ask(connection, STOCK));
      for (String service : List.of("order_service", "billing_service", "logistic_service")) {
        for (String table : List.of("event_manager_outbox", "event_manager_parked")) {
          found.addAll(ask(connection, LEFT.formatted(service, table)));
        }
      }
    }
    return found;
  }

  private static List<String> ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return lines(statement);
    }
  }

  private static List<String> lines(PreparedStatement statement) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    }
    return lines;
  }
}
