package dev.eventmanager.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each ending of an order, reached by the same facts in every order in which they can become known.
 */
class OrderStatusTest {

  static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of(OrderStatus.IN_REVIEW, List.of()),
        Arguments.of(OrderStatus.IN_REVIEW, List.of(Fact.SETTLED)),
        Arguments.of(OrderStatus.IN_REVIEW, List.of(Fact.RESERVED)),
        Arguments.of(OrderStatus.CONFIRMED, List.of(Fact.SETTLED, Fact.RESERVED)),
        Arguments.of(OrderStatus.DISPATCHED, List.of(Fact.SETTLED, Fact.RESERVED, Fact.DISPATCHED)),
        Arguments.of(
            OrderStatus.DELIVERED,
            List.of(Fact.SETTLED, Fact.RESERVED, Fact.DISPATCHED, Fact.DELIVERED)),
        Arguments.of(OrderStatus.REFUSED, List.of(Fact.DECLINED, Fact.RESERVED)),
        Arguments.of(OrderStatus.REFUSED, List.of(Fact.DECLINED, Fact.OUT_OF_STOCK)),
        Arguments.of(OrderStatus.REFUSED, List.of(Fact.SETTLED, Fact.OUT_OF_STOCK, Fact.REFUNDED)),
        Arguments.of(
            OrderStatus.CHARGED_BACK, List.of(Fact.CHARGED_BACK, Fact.DECLINED, Fact.RESERVED)),
        Arguments.of(
            OrderStatus.CHARGED_BACK,
            List.of(Fact.SETTLED, Fact.RESERVED, Fact.CHARGED_BACK, Fact.REFUNDED)),
        Arguments.of(
            OrderStatus.CHARGED_BACK,
            List.of(
                Fact.SETTLED, Fact.RESERVED, Fact.DISPATCHED, Fact.CHARGED_BACK, Fact.REFUNDED)));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void isTheSameInWhicheverOrderTheFactsArrive(OrderStatus ending, List<Fact> facts) {
    for (List<Fact> arrival : permutations(facts)) {
      assertThat(after(arrival).status()).as("after %s", arrival).isEqualTo(ending);
    }
  }

  @ParameterizedTest
  @MethodSource("endings")
  void isTheSameWhenEveryFactArrivesTwice(OrderStatus ending, List<Fact> facts) {
    Order once = after(facts);
    Order twice = after(Stream.concat(facts.stream(), facts.stream()).toList());

    assertThat(twice).isEqualTo(once);
    assertThat(twice.status()).isEqualTo(ending);
  }

  private static Order after(List<Fact> facts) {
    Order order = Order.submitted(1001, Purchases.teaAndHoney(), Instant.EPOCH);
    for (Fact fact : facts) {
      order = order.noting(new HistoryEntry(fact, Instant.EPOCH.plusSeconds(fact.ordinal()), ""));
    }
    return order;
  }

  private static List<List<Fact>> permutations(List<Fact> facts) {
    if (facts.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Fact>> all = new ArrayList<>();
    for (Fact first : facts) {
      List<Fact> others = facts.stream().filter(fact -> fact != first).toList();
      for (List<Fact> rest : permutations(others)) {
        all.add(Stream.concat(Stream.of(first), rest.stream()).toList());
      }
    }
    return all;
  }
}
