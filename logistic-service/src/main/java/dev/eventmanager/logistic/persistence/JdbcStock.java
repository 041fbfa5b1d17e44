package dev.eventmanager.logistic.persistence;

import dev.eventmanager.logistic.domain.Stock;
import dev.eventmanager.logistic.domain.StockItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStock implements Stock {

  private final JdbcClient jdbc;

  JdbcStock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One statement a product: a single one for all of them would lock in whatever order the database
   * reads.
   */
  @Override
  public Map<String, StockItem> lock(SortedSet<String> products) {
    Map<String, StockItem> items = new LinkedHashMap<>();
    products.forEach(product -> lock(product).ifPresent(item -> items.put(product, item)));
    return items;
  }

  private Optional<StockItem> lock(String product) {
    return jdbc.sql(
            "SELECT product, on_hand, reserved FROM stock WHERE product = :product FOR UPDATE")
        .param("product", product)
        .query(JdbcStock::item)
        .optional();
  }

  @Override
  public void save(StockItem item) {
    jdbc.sql("UPDATE stock SET on_hand = :onHand, reserved = :reserved WHERE product = :product")
        .param("product", item.product())
        .param("onHand", item.onHand())
        .param("reserved", item.reserved())
        .update();
  }

  @Override
  public List<StockItem> all() {
    return jdbc.sql("SELECT product, on_hand, reserved FROM stock ORDER BY product")
        .query(JdbcStock::item)
        .list();
  }

  private static StockItem item(ResultSet row, int number) throws SQLException {
    return new StockItem(row.getString("product"), row.getLong("on_hand"), row.getLong("reserved"));
  }
}
