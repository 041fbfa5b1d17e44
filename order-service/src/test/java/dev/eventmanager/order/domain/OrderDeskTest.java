package dev.eventmanager.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderDeskTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final RecordedAnnouncements announcements = new RecordedAnnouncements();
  private final OrderDesk desk = new OrderDesk(
      new InMemoryOrders(),
      announcements,
      new DirectUnitOfWork(),
      Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void announcesAnOrderAsItTakesIt() {
    Order order = desk.submit(Purchases.teaAndHoney(), Optional.empty());

    assertThat(order.status()).isEqualTo(OrderStatus.IN_REVIEW);
    assertThat(order.history()).containsExactly(new HistoryEntry(Fact.SUBMITTED, NOW, ""));
    assertThat(announcements.all()).containsExactly("submit 1001: 10.50");
  }

  @Test
  void takesARepeatedOrderOnce() {
    Order first = desk.submit(Purchases.teaAndHoney(), Optional.of("key"));
    Order second = desk.submit(Purchases.teaAndHoney(), Optional.of("key"));

    assertThat(second).isEqualTo(first);
    assertThat(announcements.all()).hasSize(1);
  }

  @Test
  void refusesAnotherOrderUnderTheSameKey() {
    desk.submit(Purchases.teaAndHoney(), Optional.of("key"));

    assertThatThrownBy(() -> desk.submit(Purchases.coffee(), Optional.of("key")))
        .isInstanceOf(IdempotencyKeyReusedException.class)
        .hasMessageContaining("order 1001");
  }

  @Test
  void givesNoIdThatAForeignOrderHas() {
    desk.note(1001, Fact.SETTLED, NOW, "");

    assertThat(desk.submit(Purchases.coffee(), Optional.of("key")).id()).isEqualTo(1002);
  }

  @Test
  void confirmsWhatIsSettledAndReserved() {
    long id = submitted();

    assertThat(desk.note(id, Fact.RESERVED, NOW, "").status()).isEqualTo(OrderStatus.IN_REVIEW);
    assertThat(desk.note(id, Fact.SETTLED, NOW, "").status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(announcements.all()).isEmpty();
  }

  @Test
  void announcesARefusalOnceHoweverManyReasonsThereAre() {
    long id = submitted();

    desk.note(id, Fact.DECLINED, NOW, "over the limit");
    desk.note(id, Fact.DECLINED, NOW, "over the limit");
    desk.note(id, Fact.OUT_OF_STOCK, NOW, "no tea");

    assertThat(desk.find(id).status()).isEqualTo(OrderStatus.REFUSED);
    assertThat(announcements.all()).containsExactly("refuse 1001: over the limit");
  }

  @Test
  void refusesAForeignOrderThatIsShortOfStock() {
    desk.note(7, Fact.SETTLED, NOW, "");
    desk.note(7, Fact.OUT_OF_STOCK, NOW, "no tea");

    assertThat(desk.find(7).purchase()).isEmpty();
    assertThat(announcements.all()).containsExactly("refuse 7: no tea");
  }

  @Test
  void chargesBackOnce() {
    long id = submitted();

    desk.chargeBack(id, "changed my mind");
    desk.chargeBack(id, "changed my mind again");

    assertThat(desk.find(id).status()).isEqualTo(OrderStatus.CHARGED_BACK);
    assertThat(announcements.all()).containsExactly("chargeback 1001: changed my mind");
  }

  @Test
  void chargesBackWhatIsDelivered() {
    long id = submitted();
    desk.note(id, Fact.DELIVERED, NOW, "");

    assertThat(desk.chargeBack(id, "broken").status()).isEqualTo(OrderStatus.CHARGED_BACK);
  }

  @Test
  void chargesNothingBackOfARefusedOrder() {
    long id = submitted();
    desk.note(id, Fact.DECLINED, NOW, "over the limit");

    assertThatThrownBy(() -> desk.chargeBack(id, "changed my mind"))
        .isInstanceOf(ChargebackNotPossibleException.class)
        .hasMessage("Order 1001 is refused, so there is nothing to charge back");
  }

  @Test
  void leavesAChargedBackOrderAtThatWhenItIsDeclinedToo() {
    long id = submitted();
    desk.chargeBack(id, "changed my mind");

    assertThat(desk.note(id, Fact.DECLINED, NOW, "over the limit").status())
        .isEqualTo(OrderStatus.CHARGED_BACK);
    assertThat(announcements.all()).hasSize(1);
  }

  @Test
  void knowsNoOrderThatNobodySubmitted() {
    assertThatThrownBy(() -> desk.find(1)).isInstanceOf(UnknownOrderException.class);
    assertThatThrownBy(() -> desk.chargeBack(1, "")).isInstanceOf(UnknownOrderException.class);
  }

  private long submitted() {
    long id = desk.submit(Purchases.teaAndHoney(), Optional.empty()).id();
    announcements.clear();
    return id;
  }
}
