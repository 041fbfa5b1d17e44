package dev.eventmanager.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class DatabaseAwayTest {

  private final MockMvcTester api = MockMvcTester.of(
      List.of(new Requests()),
      builder -> builder.setControllerAdvice(new Problems()).build());

  @ParameterizedTest
  @ValueSource(strings = {"/before", "/meanwhile"})
  void asksForTheRequestAgainSoon(String request) {
    assertThat(api.get().uri(request))
        .hasStatus(503)
        .hasHeader("Retry-After", "5")
        .bodyJson()
        .isLenientlyEqualTo("""
            {"status":503,"detail":"The service's database is away; send the request again"}""");
  }

  /** Requests during which the database goes. */
  @RestController
  static class Requests {

    @GetMapping("/before")
    void before() {
      throw new CannotCreateTransactionException("no connection");
    }

    @GetMapping("/meanwhile")
    void meanwhile() {
      throw new DataAccessResourceFailureException("the connection was closed");
    }
  }
}
