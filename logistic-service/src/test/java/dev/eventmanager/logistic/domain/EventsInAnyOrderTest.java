package dev.eventmanager.logistic.domain;

import static dev.eventmanager.logistic.domain.Samples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.logistic.domain.Shipment.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of an order twice, in every order they can come in. */
class EventsInAnyOrderTest {

  private final Warehouse warehouse = Warehouse.with("tea", 5);
  private final Logistics logistics = Samples.logistics(warehouse);

  @ParameterizedTest
  @MethodSource("accepted")
  void dispatchOnceWhatIsReservedAndSettled(List<Happening> history) {
    history.forEach(event -> event.happen(logistics));

    assertThat(logistics.find(ORDER).stage()).isEqualTo(Stage.DISPATCHED);
    assertThat(warehouse.of("tea")).isEqualTo(new StockItem("tea", 2, 0));
    assertThat(warehouse.announced()).containsExactly("reserve 1", "dispatch 1");
  }

  @ParameterizedTest
  @MethodSource("calledOff")
  void leaveNothingReservedOnceAnOrderIsCalledOff(List<Happening> history) {
    history.forEach(event -> event.happen(logistics));

    assertThat(warehouse.of("tea").reserved()).isZero();
    assertThat(logistics.find(ORDER).stage()).isIn(Stage.CANCELLED, Stage.RETURNING);
  }

  @ParameterizedTest
  @MethodSource("calledOff")
  void haveSentBackWhatWasSentAndKeepWhatWasNot(List<Happening> history) {
    history.forEach(event -> event.happen(logistics));

    boolean left = warehouse.announced().contains("dispatch 1");
    assertThat(warehouse.announced()).doesNotHaveDuplicates();
    assertThat(warehouse.of("tea").onHand()).isEqualTo(left ? 2 : 5);
    assertThat(logistics.find(ORDER).stage()).isEqualTo(left ? Stage.RETURNING : Stage.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("calledOff")
  void mayComeTwiceWithoutADifference(List<Happening> history) {
    Warehouse once = Warehouse.with("tea", 5);
    history.stream().distinct().forEach(event -> event.happen(Samples.logistics(once)));
    history.forEach(event -> event.happen(logistics));

    assertThat(warehouse.find(ORDER)).isEqualTo(once.find(ORDER));
    assertThat(warehouse.all()).isEqualTo(once.all());
    assertThat(warehouse.announced()).isEqualTo(once.announced());
  }

  static Stream<List<Happening>> accepted() {
    return arrangements(
        List.of(Happening.SUBMIT, Happening.SETTLE, Happening.SUBMIT, Happening.SETTLE));
  }

  static Stream<List<Happening>> calledOff() {
    List<Happening> twice = new ArrayList<>(List.of(Happening.values()));
    twice.addAll(List.of(Happening.values()));
    return arrangements(twice);
  }

  /** All distinct arrangements of some events. */
  private static Stream<List<Happening>> arrangements(List<Happening> events) {
    if (events.isEmpty()) {
      return Stream.of(List.of());
    }
    return events.stream().distinct().flatMap(first -> {
      List<Happening> others = new ArrayList<>(events);
      others.remove(first);
      return arrangements(others)
          .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
    });
  }

  /** What logistic hears of an order; a refusal and a chargeback are the same to it. */
  enum Happening {
    SUBMIT,
    SETTLE,
    CALL_OFF;

    void happen(Logistics logistics) {
      switch (this) {
        case SUBMIT -> logistics.submitted(ORDER, Samples.of("tea", 3));
        case SETTLE -> logistics.settled(ORDER);
        case CALL_OFF -> logistics.calledOff(ORDER);
      }
    }
  }
}
