package dev.eventmanager.logistic.persistence;

import static dev.eventmanager.logistic.domain.Samples.ADDRESS;
import static dev.eventmanager.logistic.domain.Samples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.logistic.domain.Consignment;
import dev.eventmanager.logistic.domain.Goods;
import dev.eventmanager.logistic.domain.LogisticAnnouncements;
import dev.eventmanager.logistic.domain.Logistics;
import dev.eventmanager.logistic.domain.Missing;
import dev.eventmanager.logistic.domain.OrderId;
import dev.eventmanager.logistic.domain.Samples;
import dev.eventmanager.logistic.domain.Shipment;
import dev.eventmanager.logistic.domain.Shipment.Stage;
import dev.eventmanager.logistic.domain.StockItem;
import dev.eventmanager.logistic.domain.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** What logistic asks of its database, the same of each. */
abstract class JdbcWarehouseContract {

  private Database database;
  private JdbcStock stock;
  private JdbcShipments shipments;
  private Logistics logistics;

  abstract Database database();

  @BeforeEach
  void open() {
    database = database();
    stock = new JdbcStock(database.client());
    shipments = new JdbcShipments(database.client(), new ShipmentLines(database.template()));
    logistics = Samples.logistics(shipments, stock, new Warehouse(), database.unitOfWork());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void opensWithStockOfTeaAndNoOrchids() {
    assertThat(item("tea").available()).isPositive();
    assertThat(item("rare-orchid").available()).isZero();
  }

  @Test
  void keepsAShipmentAsItWas() {
    Consignment consignment = new Consignment(Goods.of(Map.of("tea", 2L, "cups", 1L)), ADDRESS);
    logistics.settled(ORDER);
    logistics.submitted(ORDER, consignment);

    Shipment shipment = logistics.find(ORDER);
    assertThat(shipment.stage()).isEqualTo(Stage.DISPATCHED);
    assertThat(shipment.settled()).isTrue();
    assertThat(shipment.consignment()).hasValue(consignment);
  }

  @Test
  void keepsWhatWasMissing() {
    logistics.submitted(
        ORDER, new Consignment(Goods.of(Map.of("tea", 2L, "rare-orchid", 3L)), ADDRESS));

    assertThat(logistics.find(ORDER).missing()).containsExactly(new Missing("rare-orchid", 3, 0));
  }

  @Test
  void keepsTheMarkOfAnOrderThatWasCalledOffBeforeItCame() {
    logistics.calledOff(ORDER);
    logistics.submitted(ORDER, Samples.of("tea", 1));

    assertThat(logistics.find(ORDER).stage()).isEqualTo(Stage.CANCELLED);
    assertThat(item("tea").reserved()).isZero();
  }

  @Test
  void letsNoPieceBePromisedTwice() {
    assertThatThrownBy(() ->
            database.client().sql("UPDATE stock SET reserved = on_hand + 1").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void sellsTheLastPiecesToAsManyOrdersAsThereAreHoweverManyAskAtOnce() {
    stock.save(new StockItem("tea", 5, 0));
    stock.save(new StockItem("cups", 100, 0));
    Consignment asked = new Consignment(Goods.of(Map.of("tea", 1L, "cups", 1L)), ADDRESS);

    atOnce(12, order -> logistics.submitted(new OrderId(order), asked));

    assertThat(item("tea")).isEqualTo(new StockItem("tea", 5, 5));
    assertThat(item("cups").reserved()).isEqualTo(5);
    assertThat(stages(12)).containsOnly(Stage.RESERVED, Stage.SHORT);
    assertThat(stages(12)).filteredOn(Stage.RESERVED::equals).hasSize(5);
  }

  @Test
  void keepsNothingOfAChangeThatCannotBeAnnounced() {
    Logistics mute = Samples.logistics(shipments, stock, new Mute(), database.unitOfWork());

    assertThatThrownBy(() -> mute.submitted(ORDER, Samples.of("tea", 1)))
        .hasMessage("no broker, no outbox");
    assertThat(shipments.find(ORDER)).isEmpty();
    assertThat(item("tea").reserved()).isZero();
  }

  @Test
  void handlesEventsOfOneOrderThatComeAtOnceOneAfterTheOther() {
    long before = item("tea").onHand();
    List<Runnable> events = List.of(
        () -> logistics.submitted(ORDER, Samples.of("tea", 3)),
        () -> logistics.settled(ORDER),
        () -> logistics.submitted(ORDER, Samples.of("tea", 3)),
        () -> logistics.settled(ORDER));

    atOnce(events.size(), event -> events.get((int) event - 1).run());

    assertThat(logistics.find(ORDER).stage()).isEqualTo(Stage.DISPATCHED);
    assertThat(item("tea")).isEqualTo(new StockItem("tea", before - 3, 0));
  }

  private static void atOnce(long times, LongConsumer work) {
    CompletableFuture.allOf(LongStream.rangeClosed(1, times)
            .mapToObj(number -> CompletableFuture.runAsync(
                () -> work.accept(number), each -> new Thread(each).start()))
            .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private List<Stage> stages(long orders) {
    return LongStream.rangeClosed(1, orders)
        .mapToObj(order -> logistics.find(new OrderId(order)).stage())
        .toList();
  }

  private StockItem item(String product) {
    return stock.all().stream()
        .filter(item -> item.product().equals(product))
        .findFirst()
        .orElseThrow();
  }

  /** Has no way to tell anybody. */
  private static final class Mute implements LogisticAnnouncements {

    @Override
    public void reserved(Shipment shipment) {
      throw new IllegalStateException("no broker, no outbox");
    }

    @Override
    public void shortage(Shipment shipment) {
      reserved(shipment);
    }

    @Override
    public void dispatched(Shipment shipment) {
      reserved(shipment);
    }

    @Override
    public void delivered(Shipment shipment) {
      reserved(shipment);
    }
  }
}
