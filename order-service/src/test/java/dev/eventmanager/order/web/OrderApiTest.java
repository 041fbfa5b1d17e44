package dev.eventmanager.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.order.domain.DirectUnitOfWork;
import dev.eventmanager.order.domain.Fact;
import dev.eventmanager.order.domain.InMemoryOrders;
import dev.eventmanager.order.domain.OrderDesk;
import dev.eventmanager.order.domain.RecordedAnnouncements;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(OrderController.class)
@Import({WebConfiguration.class, OrderApiTest.Desk.class})
class OrderApiTest {

  @Autowired
  private MockMvcTester api;

  @Autowired
  private OrderDesk desk;

  @Autowired
  private InMemoryOrders orders;

  @Autowired
  private RecordedAnnouncements announcements;

  @BeforeEach
  void beginAnew() {
    orders.clear();
    announcements.clear();
  }

  @Test
  void takesAnOrder() {
    MvcTestResult response = post(OrderJson.order());

    assertThat(response).hasStatus(201).hasHeader("Location", "/orders/1001");
    assertThat(response).bodyJson().isLenientlyEqualTo("""
        {"id":1001,"status":"IN_REVIEW","customer":"c-1001","currency":"EUR","total":"6.00",
         "lines":[{"id":1,"product":"tea","quantity":2,"price":"3.00","amount":"6.00"}],
         "deliverTo":{"name":"Customer 1001","street":"1 Mill Lane","city":"Turin",
                      "postcode":"10121","country":"IT"},
         "history":[{"what":"SUBMITTED"}]}""");
    assertThat(announcements.all()).containsExactly("submit 1001: 6.00");
  }

  @Test
  void takesAPriceThatIsANumber() {
    assertThat(post(OrderJson.orderWithPrice("3.5")))
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.total")
        .isEqualTo("7.00");
  }

  @Test
  void givesTheSameOrderForARepeatedKey() {
    post(OrderJson.order(), "key");

    assertThat(post(OrderJson.order(), "key"))
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.id")
        .isEqualTo(1001);
    assertThat(announcements.all()).hasSize(1);
  }

  @Test
  void refusesARepeatedKeyWithAnotherOrder() {
    post(OrderJson.order(), "key");

    assertThat(post(OrderJson.orderWithPrice("4"), "key"))
        .hasStatus(422)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("Idempotency-Key");
    assertThat(announcements.all()).hasSize(1);
  }

  @Test
  void showsAnOrder() {
    post(OrderJson.order());
    desk.note(1001, Fact.SETTLED, Instant.parse("2100-01-01T12:00:00Z"), "6.00 EUR");

    assertThat(api.get().uri("/orders/1001")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
        {"id":1001,"history":[{"what":"SUBMITTED"},
          {"what":"SETTLED","at":"2100-01-01T12:00:00Z","note":"6.00 EUR"}]}""");
  }

  @Test
  void showsOfAForeignOrderWhatItKnows() {
    desk.note(7, Fact.SETTLED, Instant.EPOCH, "");

    assertThat(api.get().uri("/orders/7")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
        {"id":7,"status":"IN_REVIEW","history":[{"what":"SETTLED","at":"1970-01-01T00:00:00Z"}]}""");
  }

  @Test
  void listsOrdersByStatus() {
    post(OrderJson.order());
    post(OrderJson.order());
    chargeBack(1001, "");

    assertThat(api.get().uri("/orders?status=IN_REVIEW"))
        .hasStatusOk()
        .bodyJson()
        .isStrictlyEqualTo("""
            [{"id":1002,"status":"IN_REVIEW","customer":"c-1001","currency":"EUR","total":"6.00"}]""");
  }

  @Test
  void chargesBack() {
    post(OrderJson.order());

    assertThat(chargeBack(1001, "{\"reason\":\"changed my mind\"}"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.status")
        .isEqualTo("CHARGED_BACK");
    assertThat(announcements.all()).last().isEqualTo("chargeback 1001: changed my mind");
  }

  @Test
  void chargesNothingBackOfARefusedOrder() {
    post(OrderJson.order());
    desk.note(1001, Fact.DECLINED, Instant.EPOCH, "over the limit");

    assertThat(chargeBack(1001, ""))
        .hasStatus(409)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  private MvcTestResult post(String body) {
    return api.post()
        .uri("/orders")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult post(String body, String key) {
    return api.post()
        .uri("/orders")
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult chargeBack(long id, String body) {
    return api.post()
        .uri("/orders/{id}/chargeback", id)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  @TestConfiguration
  static class Desk {

    @Bean
    RecordedAnnouncements announcements() {
      return new RecordedAnnouncements();
    }

    @Bean
    InMemoryOrders orders() {
      return new InMemoryOrders();
    }

    @Bean
    OrderDesk orderDesk(InMemoryOrders orders, RecordedAnnouncements announcements) {
      return new OrderDesk(orders, announcements, new DirectUnitOfWork(), Clock.systemUTC());
    }
  }
}
