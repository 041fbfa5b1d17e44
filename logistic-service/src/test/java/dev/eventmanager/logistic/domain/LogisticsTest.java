package dev.eventmanager.logistic.domain;

import static dev.eventmanager.logistic.domain.Samples.ADDRESS;
import static dev.eventmanager.logistic.domain.Samples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.logistic.domain.Shipment.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogisticsTest {

  private static final Consignment THREE_TEAS = Samples.of("tea", 3);

  private final Warehouse warehouse = Warehouse.with("tea", 5);
  private final Logistics logistics = Samples.logistics(warehouse);

  @Test
  void setsGoodsAsideUntilTheyAreSettled() {
    logistics.submitted(ORDER, THREE_TEAS);

    assertThat(stage()).isEqualTo(Stage.RESERVED);
    assertThat(warehouse.of("tea")).isEqualTo(new StockItem("tea", 5, 3));
    assertThat(warehouse.announced()).containsExactly("reserve 1");
  }

  @Test
  void dispatchesWhatIsReservedAndSettled() {
    logistics.submitted(ORDER, THREE_TEAS);
    logistics.settled(ORDER);

    assertThat(stage()).isEqualTo(Stage.DISPATCHED);
    assertThat(warehouse.of("tea")).isEqualTo(new StockItem("tea", 2, 0));
    assertThat(warehouse.announced()).containsExactly("reserve 1", "dispatch 1");
  }

  @Test
  void dispatchesWhatWasSettledBeforeItCame() {
    logistics.settled(ORDER);
    logistics.submitted(ORDER, THREE_TEAS);

    assertThat(stage()).isEqualTo(Stage.DISPATCHED);
    assertThat(warehouse.announced()).containsExactly("reserve 1", "dispatch 1");
  }

  @Test
  void reservesNothingOfAnOrderThatIsShortOfOneProduct() {
    warehouse.save(new StockItem("rare-orchid", 0, 0));
    logistics.submitted(
        ORDER, new Consignment(Goods.of(Map.of("tea", 1L, "rare-orchid", 2L)), ADDRESS));

    assertThat(stage()).isEqualTo(Stage.SHORT);
    assertThat(logistics.find(ORDER).missing()).containsExactly(new Missing("rare-orchid", 2, 0));
    assertThat(warehouse.of("tea").reserved()).isZero();
    assertThat(warehouse.announced()).containsExactly("shortage 1");
  }

  @Test
  void isShortOfAProductItDoesNotCarry() {
    logistics.submitted(ORDER, Samples.of("moon-dust", 1));

    assertThat(logistics.find(ORDER).missing()).containsExactly(new Missing("moon-dust", 1, 0));
  }

  @Test
  void promisesNoPieceTwice() {
    logistics.submitted(ORDER, THREE_TEAS);
    logistics.submitted(new OrderId(2), THREE_TEAS);

    assertThat(logistics.find(new OrderId(2)).missing()).containsExactly(new Missing("tea", 3, 2));
  }

  @Test
  void alwaysHasEnoughOfWhatAnOrderOfVersionOneDidNotName() {
    logistics.submitted(ORDER, Samples.of(Samples.UNCOUNTED, Long.MAX_VALUE));

    assertThat(stage()).isEqualTo(Stage.RESERVED);
  }

  @Test
  void putsGoodsBackWhenAnOrderIsCalledOffBeforeItLeaves() {
    logistics.submitted(ORDER, THREE_TEAS);
    logistics.calledOff(ORDER);
    logistics.settled(ORDER);

    assertThat(stage()).isEqualTo(Stage.CANCELLED);
    assertThat(warehouse.of("tea")).isEqualTo(new StockItem("tea", 5, 0));
    assertThat(warehouse.announced()).containsExactly("reserve 1");
  }

  @Test
  void reservesNothingForAnOrderThatWasCalledOffBefore() {
    logistics.calledOff(ORDER);
    logistics.submitted(ORDER, THREE_TEAS);

    assertThat(stage()).isEqualTo(Stage.CANCELLED);
    assertThat(logistics.find(ORDER).consignment()).hasValue(THREE_TEAS);
    assertThat(warehouse.announced()).isEmpty();
  }

  @Test
  void hasAShipmentSentBackThatIsCalledOffAfterItLeft() {
    logistics.submitted(ORDER, THREE_TEAS);
    logistics.settled(ORDER);
    logistics.calledOff(ORDER);

    assertThat(stage()).isEqualTo(Stage.RETURNING);
    assertThat(warehouse.of("tea")).isEqualTo(new StockItem("tea", 2, 0));
  }

  @Test
  void deliversOnceHoweverOftenItIsReported() {
    logistics.submitted(ORDER, THREE_TEAS);
    logistics.settled(ORDER);

    assertThat(logistics.delivered(ORDER)).isEqualTo(logistics.delivered(ORDER));
    assertThat(stage()).isEqualTo(Stage.DELIVERED);
    assertThat(warehouse.announced()).containsOnlyOnce("deliver 1");
  }

  @Test
  void doesNotDeliverWhatHasNotLeft() {
    logistics.submitted(ORDER, THREE_TEAS);

    assertThatThrownBy(() -> logistics.delivered(ORDER))
        .isInstanceOf(NotOnItsWayException.class)
        .hasMessage(
            "The shipment of order 1 is RESERVED; only one that is DISPATCHED can be delivered");
  }

  @Test
  void saysWhereToLookForAnUnknownOrder() {
    assertThatThrownBy(() -> logistics.delivered(ORDER))
        .isInstanceOf(UnknownOrderException.class)
        .hasMessageContaining("no shipment of order 1")
        .hasMessageContaining("/orders/1");
  }

  private Stage stage() {
    return logistics.find(ORDER).stage();
  }
}
