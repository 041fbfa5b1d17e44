package dev.eventmanager.logistic.web;

import static dev.eventmanager.logistic.domain.Samples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.logistic.domain.Logistics;
import dev.eventmanager.logistic.domain.Samples;
import dev.eventmanager.logistic.domain.StockItem;
import dev.eventmanager.logistic.domain.Warehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest
@Import({ApiDescription.class, LogisticApiTest.Adapters.class})
class LogisticApiTest {

  @Autowired
  private MockMvcTester api;

  @Autowired
  private Logistics logistics;

  @Autowired
  private Warehouse warehouse;

  @BeforeEach
  void beginAnew() {
    warehouse.clear();
    warehouse.save(new StockItem("tea", 5, 0));
  }

  @Test
  void showsAShipment() {
    logistics.submitted(ORDER, Samples.of("tea", 3));

    assertThat(api.get().uri("/shipments/1")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
        {"id":"s-1","orderId":1,"status":"RESERVED","settled":false,
         "lines":[{"product":"tea","quantity":3}],"missing":[],
         "deliverTo":{"name":"Customer 1001","street":"1 Mill Lane","city":"Turin",
                      "postcode":"10121","country":"IT"}}""");
  }

  @Test
  void showsWhatStockLacked() {
    logistics.submitted(ORDER, Samples.of("tea", 6));

    assertThat(api.get().uri("/shipments/1")).bodyJson().isLenientlyEqualTo("""
        {"status":"SHORT","missing":[{"product":"tea","requested":6,"available":5}]}""");
  }

  @Test
  void showsTheStock() {
    logistics.submitted(ORDER, Samples.of("tea", 3));

    assertThat(api.get().uri("/stock")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
        [{"product":"tea","onHand":5,"reserved":3,"available":2}]""");
  }

  @Test
  void answersARepeatedDeliveryAsTheFirst() {
    logistics.submitted(ORDER, Samples.of("tea", 3));
    logistics.settled(ORDER);

    assertThat(api.post().uri("/shipments/1/delivered"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.status")
        .isEqualTo("DELIVERED");
    assertThat(api.post().uri("/shipments/1/delivered")).hasStatusOk();
    assertThat(warehouse.announced()).containsOnlyOnce("deliver 1");
  }

  @Test
  void refusesTheDeliveryOfWhatHasNotLeft() {
    logistics.submitted(ORDER, Samples.of("tea", 3));

    assertThat(api.post().uri("/shipments/1/delivered"))
        .hasStatus(409)
        .bodyJson()
        .isLenientlyEqualTo("""
            {"detail":"The shipment of order 1 is RESERVED; only one that is DISPATCHED can be delivered",
             "errors":[{"field":"status"}]}""");
  }

  @Test
  void saysWhereToLookForAnUnknownOrder() {
    assertThat(api.get().uri("/shipments/99"))
        .hasStatus(404)
        .hasContentType("application/problem+json")
        .bodyText()
        .contains("There is no shipment of order 99", "/orders/99", "orderId");
    assertThat(api.post().uri("/shipments/99/delivered")).hasStatus(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tea", "1.5", "99999999999999999999"})
  void namesTheParameterThatIsNoOrderId(String id) {
    assertThat(api.get().uri("/shipments/" + id)).hasStatus(400).bodyJson().isLenientlyEqualTo("""
        {"errors":[{"field":"orderId","message":"must be a whole number"}]}""");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Adapters {

    @Bean
    Warehouse warehouse() {
      return new Warehouse();
    }
  }
}
