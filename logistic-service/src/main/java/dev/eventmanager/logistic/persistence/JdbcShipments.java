package dev.eventmanager.logistic.persistence;

import dev.eventmanager.logistic.domain.Address;
import dev.eventmanager.logistic.domain.Consignment;
import dev.eventmanager.logistic.domain.OrderId;
import dev.eventmanager.logistic.domain.Shipment;
import dev.eventmanager.logistic.domain.Shipment.Stage;
import dev.eventmanager.logistic.domain.Shipments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcShipments implements Shipments {

  private final JdbcClient jdbc;
  private final ShipmentLines lines;

  JdbcShipments(JdbcClient jdbc, ShipmentLines lines) {
    this.jdbc = jdbc;
    this.lines = lines;
  }

  @Override
  public Shipment lockOrAdd(OrderId orderId) {
    jdbc.sql("""
                INSERT INTO shipment (order_id, stage, settled) VALUES (:order, 'AWAITED', FALSE)
                ON CONFLICT DO NOTHING""").param("order", orderId.value()).update();
    return jdbc.sql("SELECT * FROM shipment WHERE order_id = :order FOR UPDATE")
        .param("order", orderId.value())
        .query(this::shipment)
        .single();
  }

  @Override
  public Optional<Shipment> find(OrderId orderId) {
    return jdbc.sql("SELECT * FROM shipment WHERE order_id = :order")
        .param("order", orderId.value())
        .query(this::shipment)
        .optional();
  }

  @Override
  public void save(Shipment before, Shipment after) {
    Optional<Address> address = after.consignment().map(Consignment::address);
    jdbc.sql("""
            UPDATE shipment
               SET stage = :stage, settled = :settled,
                   name = :name, street = :street, city = :city, postcode = :postcode, country = :country
             WHERE order_id = :order""")
        .param("order", after.orderId().value())
        .param("stage", after.stage().name())
        .param("settled", after.settled())
        .param("name", address.map(Address::name).orElse(null))
        .param("street", address.map(Address::street).orElse(null))
        .param("city", address.map(Address::city).orElse(null))
        .param("postcode", address.map(Address::postcode).orElse(null))
        .param("country", address.map(Address::country).orElse(null))
        .update();
    if (before.consignment().isEmpty() && after.consignment().isPresent()) {
      lines.add(after);
    }
  }

  private Shipment shipment(ResultSet row, int number) throws SQLException {
    OrderId orderId = new OrderId(row.getLong("order_id"));
    Optional<Address> address = address(row);
    return new Shipment(
        orderId,
        Stage.valueOf(row.getString("stage")),
        row.getBoolean("settled"),
        address.map(to -> new Consignment(lines.goods(orderId), to)),
        lines.missing(orderId));
  }

  private static Optional<Address> address(ResultSet row) throws SQLException {
    String name = row.getString("name");
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(new Address(
        name,
        row.getString("street"),
        row.getString("city"),
        row.getString("postcode"),
        row.getString("country")));
  }
}
