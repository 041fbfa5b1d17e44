package dev.eventmanager.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.order.domain.InMemoryOrders;
import dev.eventmanager.order.domain.RecordedAnnouncements;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is wrong with a request is named by field, and nothing of it is kept. */
@WebMvcTest(OrderController.class)
@Import({WebConfiguration.class, OrderApiTest.Desk.class})
class BadRequestTest {

  @Autowired
  private MockMvcTester api;

  @Autowired
  private InMemoryOrders orders;

  @Autowired
  private RecordedAnnouncements announcements;

  static Stream<Arguments> badOrders() {
    return Stream.of(
        Arguments.of(
            "lines[0].quantity", "must be greater than 0", OrderJson.orderWithQuantity("-2")),
        Arguments.of(
            "lines[0].quantity", "must be greater than 0", OrderJson.orderWithQuantity("0")),
        Arguments.of("lines[0].quantity", "must not be null", OrderJson.orderWithQuantity("null")),
        Arguments.of(
            "lines[0].quantity", "must be a whole number", OrderJson.orderWithQuantity("2.7")),
        Arguments.of(
            "lines[0].quantity", "must be a whole number", OrderJson.orderWithQuantity("\"2\"")),
        Arguments.of(
            "lines[0].quantity", "must be a whole number", OrderJson.orderWithQuantity("[2]")),
        Arguments.of(
            "lines[0].quantity", "is out of range", OrderJson.orderWithQuantity("99999999999")),
        Arguments.of(
            "lines[0].price", "must be greater than or equal to 0", OrderJson.orderWithPrice("-1")),
        Arguments.of(
            "lines[0].price",
            "must have at most 2 decimals, as amounts in EUR have",
            OrderJson.orderWithPrice("\"3.001\"")),
        Arguments.of(
            "lines[0].price",
            "must be a decimal number, or a text that holds one",
            OrderJson.orderWithPrice("\"cheap\"")),
        Arguments.of(
            "lines[0].price",
            "numeric value out of bounds (<9 digits>.<4 digits> expected)",
            OrderJson.orderWithPrice("1e999999999")),
        Arguments.of("lines", "size must be between 0 and 500", OrderJson.orderWithLines(501)),
        Arguments.of("lines", "size must be between 0 and 500", OrderJson.orderWithLines(10_000)),
        Arguments.of("lines", "must not be empty", OrderJson.orderWithLines(0)),
        Arguments.of(
            "lines[0]", "must not be null", OrderJson.orderWithLines(0).replace("[]", "[null]")),
        Arguments.of("lines", "must be an array", OrderJson.orderWithLines(0).replace("[]", "7")),
        Arguments.of("customer", "must be a text", OrderJson.orderWith("7", "\"c-1001\"")),
        Arguments.of("customer", "must not be null", OrderJson.orderWith("null", "\"c-1001\"")),
        Arguments.of(
            "customer",
            "must not be blank, nor contain control characters",
            OrderJson.orderWith("\"c\\u0000\"", "\"c-1001\"")),
        Arguments.of(
            "currency", "must be an ISO 4217 code such as EUR", OrderJson.orderWith("euro", "EUR")),
        Arguments.of(
            "currency", "must be an ISO 4217 code such as EUR", OrderJson.orderWith("ZZZ", "EUR")),
        Arguments.of(
            "deliverTo.country",
            "must be an ISO 3166 code such as IT",
            OrderJson.orderWith("it", "IT")),
        Arguments.of("deliverTo", "must be an object", "{\"deliverTo\":7}"),
        Arguments.of("body", "must be an object", "[]"),
        Arguments.of("body", "must be a JSON object", ""),
        Arguments.of("body", "is malformed JSON at line 1, column 2", "{x"));
  }

  @BeforeEach
  void beginAnew() {
    orders.clear();
    announcements.clear();
  }

  @ParameterizedTest
  @MethodSource("badOrders")
  void namesTheFieldAtFault(String field, String message, String body) {
    assertThat(post(body))
        .hasStatus(400)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("$.errors")
        .asArray()
        .contains(Map.of("field", field, "message", message));
  }

  @ParameterizedTest
  @CsvSource({
    "/orders?status=LOST, status",
    "/orders?limit=0, limit",
    "/orders?limit=501, limit",
    "/orders?before=x, before",
    "/orders/x, id"
  })
  void namesTheParameterAtFault(String uri, String field) {
    assertThat(api.get().uri(uri))
        .hasStatus(400)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo(field);
  }

  @Test
  void listsEverythingThatIsWrongAtOnce() {
    assertThat(post("{}")).bodyJson().extractingPath("$.errors").asArray().hasSize(4);
  }

  @Test
  void refusesABlankIdempotencyKey() {
    assertThat(api.post()
            .uri("/orders")
            .header("Idempotency-Key", " ")
            .contentType(MediaType.APPLICATION_JSON)
            .content(OrderJson.order()))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("Idempotency-Key");
  }

  @Test
  void knowsNoOrderThatNobodySubmitted() {
    assertThat(api.get().uri("/orders/4711"))
        .hasStatus(404)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("There is no order 4711");
  }

  @Test
  void refusesABodyOfFiveMegabytes() {
    assertThat(post(OrderJson.orderWith("x".repeat(5_000_000), "c-1001")))
        .hasStatus(413)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("body");
  }

  @Test
  void refusesWhatIsNotJson() {
    assertThat(api.post().uri("/orders").contentType(MediaType.TEXT_PLAIN).content("tea"))
        .hasStatus(415)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @AfterEach
  void keepsNothing() {
    assertThat(announcements.all()).isEmpty();
    assertThat(api.get().uri("/orders")).bodyJson().isStrictlyEqualTo("[]");
  }

  private MvcTestResult post(String body) {
    return api.post()
        .uri("/orders")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }
}
