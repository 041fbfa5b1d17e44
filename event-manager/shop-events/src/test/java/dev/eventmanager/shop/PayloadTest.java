package dev.eventmanager.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.codec.UndecodableEventException;
import dev.eventmanager.shop.order.Order;
import dev.eventmanager.shop.order.OrderEvents;
import dev.eventmanager.shop.order.OrderLine;
import dev.eventmanager.shop.order.OrderV1;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

  private static final String ARTICLE = """
            {"id":1,"lines":[{"id":1,"quantity":2,"price":3},{"id":2,"quantity":1,"price":4.5}]}""";

  private final EventCodec codec = new EventCodec(EventCatalogue.load(getClass().getClassLoader()));

  @ParameterizedTest
  @MethodSource("dev.eventmanager.shop.OneOfEach#events")
  <T> void survivesTheWire(OneOfEach<T> event) {
    byte[] body = codec.encode(event.type(), event.payload());

    assertThat(read(event.type().routingKey().toString(), body)).isEqualTo(event.payload());
  }

  @ParameterizedTest
  @MethodSource("dev.eventmanager.shop.OneOfEach#events")
  <T> void isKeyedByTheOrder(OneOfEach<T> event) {
    assertThat(event.type().orderingKey(event.payload())).contains("1001");
  }

  @Test
  void writesAnOrderAsDocumented() {
    assertThat(
            new String(codec.encode(OrderEvents.SUBMIT, OneOfEach.ORDER), StandardCharsets.UTF_8))
        .isEqualTo("""
            {"currency":"EUR","customer":"c-1001",\
            "deliverTo":{"city":"Turin","country":"IT","name":"Customer 1001","postcode":"10121","street":"1 Mill Lane"},\
            "id":1001,"lines":[{"id":1,"price":3.00,"product":"tea","quantity":2}]}""");
  }

  @Test
  void upcastsTheOrderOfTheArticle() {
    Order order = (Order) read("order.v1.submit", ARTICLE);

    assertThat(order.id()).isEqualTo(1);
    assertThat(order.total()).isEqualByComparingTo("10.5");
    assertThat(order.lines())
        .extracting(OrderLine::id, OrderLine::quantity, OrderLine::price)
        .containsExactly(tuple(1, 2, new BigDecimal("3")), tuple(2, 1, new BigDecimal("4.5")));
  }

  @Test
  void fillsWhatVersionOneLacksWithItsDefaults() {
    Order order = (Order) read("order.v1.submit", ARTICLE);

    assertThat(order.customer()).isEqualTo(OrderV1.UNKNOWN);
    assertThat(order.currency()).isEqualTo(OrderV1.CURRENCY);
    assertThat(order.deliverTo()).isEqualTo(OrderV1.NOWHERE);
    assertThat(order.lines()).extracting(OrderLine::product).containsOnly(OrderV1.PRODUCT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"lines\":[]}",
        "{\"id\":0,\"lines\":[{\"id\":1,\"quantity\":2,\"price\":3}]}",
        "{\"id\":1,\"lines\":[{\"id\":1,\"quantity\":0,\"price\":3}]}",
        "{\"id\":1,\"lines\":[{\"id\":1,\"quantity\":2,\"price\":-3}]}",
        "{\"id\":1,\"lines\":[{\"id\":1,\"quantity\":2,\"price\":1e999999999}]}",
        "{\"id\":1,\"lines\":[{\"id\":1,\"quantity\":2,\"price\":1e2147483647}]}",
        "{\"id\":1,\"lines\":[{\"id\":1,\"quantity\":2}]}"
      })
  void refusesAnOrderThatMakesNoSense(String body) {
    assertThatThrownBy(() -> read("order.v1.submit", body))
        .isInstanceOf(UndecodableEventException.class);
  }

  private Object read(String routingKey, String body) {
    return read(routingKey, body.getBytes(StandardCharsets.UTF_8));
  }

  private Object read(String routingKey, byte[] body) {
    return codec.decode(new EncodedEvent(OneOfEach.metadata(routingKey), body)).payload();
  }
}
