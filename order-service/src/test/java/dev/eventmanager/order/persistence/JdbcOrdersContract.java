package dev.eventmanager.order.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.order.domain.Fact;
import dev.eventmanager.order.domain.HistoryEntry;
import dev.eventmanager.order.domain.Order;
import dev.eventmanager.order.domain.OrderDesk;
import dev.eventmanager.order.domain.OrderStatus;
import dev.eventmanager.order.domain.OrderSummary;
import dev.eventmanager.order.domain.Purchases;
import dev.eventmanager.order.domain.RecordedAnnouncements;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the desk may expect of its orders, on whichever database. */
abstract class JdbcOrdersContract {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
  private static final int AT_ONCE = 8;

  private final RecordedAnnouncements announcements = new RecordedAnnouncements();
  private final ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
  private JdbcOrders orders;
  private OrderDesk desk;

  /** An empty database. */
  abstract DataSource dataSource();

  @BeforeEach
  void migrate() {
    DataSource dataSource = dataSource();
    Flyway.configure().dataSource(dataSource).load().migrate();
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    orders = new JdbcOrders(JdbcClient.create(jdbc), jdbc);
    desk = new OrderDesk(
        orders,
        announcements,
        new SpringUnitOfWork(new JdbcTransactionManager(dataSource)),
        Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    clients.shutdownNow();
  }

  @Test
  void findsAnOrderAsItWasTaken() {
    Order order = desk.submit(Purchases.teaAndHoney(), Optional.of("key"));

    assertThat(order.id()).isEqualTo(1001);
    assertThat(desk.find(1001)).isEqualTo(order);
    assertThat(orders.findByIdempotencyKey("key")).contains(order);
  }

  @Test
  void keepsTheHistorySortedByTime() {
    long id = desk.submit(Purchases.teaAndHoney(), Optional.empty()).id();
    Instant later = desk.find(id).history().get(0).at().plusSeconds(1);
    desk.note(id, Fact.DISPATCHED, later.plusSeconds(1), "shipment s-1");
    desk.note(id, Fact.SETTLED, later, "10.50 EUR");

    assertThat(desk.find(id).history())
        .extracting(HistoryEntry::fact)
        .containsExactly(Fact.SUBMITTED, Fact.SETTLED, Fact.DISPATCHED);
  }

  @Test
  void keepsAnOrderThatIsKnownOnlyById() {
    Order noted = desk.note(7, Fact.SETTLED, NOON, "10.50 EUR");

    assertThat(desk.find(7)).isEqualTo(noted);
    assertThat(noted.purchase()).isEmpty();
    assertThat(noted.history()).containsExactly(new HistoryEntry(Fact.SETTLED, NOON, "10.50 EUR"));
  }

  @Test
  void givesAnIdThatIsTakenToNoOtherOrder() {
    desk.note(1001, Fact.SETTLED, NOON, "");

    assertThat(desk.submit(Purchases.coffee(), Optional.empty()).id()).isEqualTo(1002);
  }

  @Test
  void listsTheNewestFirstByStatusAndPage() {
    for (int order = 0; order < 4; order++) {
      desk.submit(Purchases.teaAndHoney(), Optional.empty());
    }
    desk.chargeBack(1002, "changed my mind");

    assertThat(ids(Optional.empty(), Long.MAX_VALUE, 3)).containsExactly(1004L, 1003L, 1002L);
    assertThat(ids(Optional.empty(), 1002, 3)).containsExactly(1001L);
    assertThat(ids(Optional.of(OrderStatus.IN_REVIEW), 1004, 1)).containsExactly(1003L);
    assertThat(ids(Optional.of(OrderStatus.CHARGED_BACK), Long.MAX_VALUE, 3))
        .containsExactly(1002L);
  }

  @Test
  void listsWhatIsKnownOfEachOrder() {
    desk.submit(Purchases.teaAndHoney(), Optional.empty());
    desk.note(7, Fact.SETTLED, NOON, "");

    List<OrderSummary> all = desk.list(Optional.empty(), Long.MAX_VALUE, 10);

    assertThat(all.get(0).total().orElseThrow()).isEqualTo("10.50");
    assertThat(all.get(0).customer()).contains("c-1001");
    assertThat(all.get(1))
        .isEqualTo(new OrderSummary(
            7, OrderStatus.IN_REVIEW, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void losesNoNewsThatArrivesAtTheSameTime() throws Exception {
    for (long id = 1; id <= 20; id++) {
      long order = id;
      atOnce(List.of(
          () -> desk.note(order, Fact.SETTLED, NOON, ""),
          () -> desk.note(order, Fact.RESERVED, NOON, ""),
          () -> desk.note(order, Fact.SETTLED, NOON, "")));

      assertThat(desk.find(order).status()).isEqualTo(OrderStatus.CONFIRMED);
    }
  }

  @Test
  void announcesOneRefusalWhenTwoReasonsArriveAtTheSameTime() throws Exception {
    for (long id = 1; id <= 20; id++) {
      long order = id;
      atOnce(List.of(
          () -> desk.note(order, Fact.DECLINED, NOON, "over the limit"),
          () -> desk.note(order, Fact.OUT_OF_STOCK, NOON, "no tea")));
    }

    assertThat(announcements.all()).hasSize(20);
  }

  @Test
  void takesAnOrderOnceThatIsSubmittedManyTimesAtOnce() throws Exception {
    Callable<Order> submission = () -> desk.submit(Purchases.teaAndHoney(), Optional.of("key"));

    List<Order> taken = atOnce(Collections.nCopies(6, submission));

    assertThat(taken).containsOnly(taken.get(0));
    assertThat(announcements.all()).hasSize(1);
  }

  private List<Order> atOnce(List<Callable<Order>> uses) throws Exception {
    List<Order> results = new ArrayList<>();
    for (Future<Order> result : clients.invokeAll(uses)) {
      results.add(result.get());
    }
    return results;
  }

  private List<Long> ids(Optional<OrderStatus> status, long before, int limit) {
    return desk.list(status, before, limit).stream().map(OrderSummary::id).toList();
  }
}
