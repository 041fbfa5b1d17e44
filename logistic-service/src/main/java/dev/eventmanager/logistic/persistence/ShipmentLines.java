package dev.eventmanager.logistic.persistence;

import dev.eventmanager.logistic.domain.Goods;
import dev.eventmanager.logistic.domain.Missing;
import dev.eventmanager.logistic.domain.OrderId;
import dev.eventmanager.logistic.domain.Shipment;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The goods of each shipment, a row a product, and how many there were of those that were short.
 */
@Repository
class ShipmentLines {

  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;

  ShipmentLines(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(Shipment shipment) {
    Map<String, Long> available =
        shipment.missing().stream().collect(Collectors.toMap(Missing::product, Missing::available));
    jdbc.batchUpdate(
        "INSERT INTO shipment_line (order_id, product, quantity, available) VALUES (?, ?, ?, ?)",
        shipment.goods().quantities().entrySet(),
        BATCH,
        (statement, line) ->
            fill(statement, shipment.orderId(), line, available.get(line.getKey())));
  }

  Goods goods(OrderId orderId) {
    SortedMap<String, Long> quantities = new TreeMap<>();
    jdbc.query(
        "SELECT product, quantity FROM shipment_line WHERE order_id = ?",
        row -> {
          quantities.put(row.getString("product"), row.getLong("quantity"));
        },
        orderId.value());
    return new Goods(quantities);
  }

  List<Missing> missing(OrderId orderId) {
    return jdbc.query(
        "SELECT product, quantity, available FROM shipment_line"
            + " WHERE order_id = ? AND available IS NOT NULL ORDER BY product",
        (row, number) -> new Missing(
            row.getString("product"), row.getLong("quantity"), row.getLong("available")),
        orderId.value());
  }

  private static void fill(
      PreparedStatement statement,
      OrderId orderId,
      Map.Entry<String, Long> line,
      @Nullable Long available)
      throws SQLException {
    statement.setLong(1, orderId.value());
    statement.setString(2, line.getKey());
    statement.setLong(3, line.getValue());
    statement.setObject(4, available, Types.BIGINT);
  }
}
