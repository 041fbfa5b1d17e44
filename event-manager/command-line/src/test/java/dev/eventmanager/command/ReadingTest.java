package dev.eventmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final String EVENT = """
      {"id":12,"queue":"billing_order","state":"PARKED","head":true,"reason":"HANDLER_FAILED",
       "attempts":5,"eventId":"e-12","routingKey":"order.v2.submit","orderingKey":"1004",
       "failure":{"errorClass":"java.lang.IllegalStateException","message":"no rate for ABC, and none was ever to be had"}}""";

  private static final String BEHIND = """
      {"id":13,"queue":"billing_order","state":"PARKED","head":false,"reason":"BEHIND_PARKED",
       "attempts":0,"eventId":"e-13","routingKey":"order.v1.chargeback","orderingKey":"1004"}""";

  private final StubService service = new StubService();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void listsWhatFailedAndWhatWaitsInLinesThatFitATerminal() {
    service.on("GET /actuator/parked", "{\"events\":[%s,%s],\"next\":13}".formatted(EVENT, BEHIND));

    Ran ran = list();

    assertThat(ran.exitStatus()).isZero();
    assertThat(ran.out()).isEqualToNormalizingNewlines("""
        ID  STATE   QUEUE          EVENT                KEY   TRIES  WHY
        12  parked  billing_order  order.v2.submit      1004  5      IllegalStateException: no rate for ABC…
        13  waits   billing_order  order.v1.chargeback  1004  0      behind parked
        There are more: --after 13
        """);
    assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void saysWhereAFailureWithoutAMessageArose() {
    service.on("GET /actuator/parked", """
        {"events":[{"id":1,"state":"PARKED","head":true,
          "failure":{"errorClass":"java.lang.Error","frame":"org.shop.billing.Invoices.settle:42"}}]}""");

    assertThat(list().out()).contains("Error at Invoices.settle:42");
  }

  @Test
  void saysThatNothingIsParked() {
    service.on("GET /actuator/parked", "{\"events\":[]}");

    assertThat(list().out()).isEqualToNormalizingNewlines("Nothing is parked.\n");
    assertThat(list("--queue", "q").out())
        .isEqualToNormalizingNewlines("Nothing is parked that agrees with these filters.\n");
  }

  @Test
  void asksForWhatTheFiltersSay() {
    service.on("GET /actuator/parked", "{\"events\":[]}");

    list("--queue", "a b", "--state", "parked", "--frame", "X.y:1", "--limit", "7", "--after", "3");

    assertThat(service.requests())
        .containsExactly(
            "GET /actuator/parked?queue=a+b&state=PARKED&frame=X.y%3A1&limit=7&after=3");
    assertThat(service.credentials()).containsExactly("Basic YWRhOnNlY3JldA=="); // ada:secret
  }

  @Test
  void givesScriptsTheAnswerAsItIs() {
    service.on("GET /actuator/parked", "{\"events\":[%s]}".formatted(EVENT));

    assertThat(list("--output", "json").out())
        .startsWith("{")
        .contains("\"errorClass\" : \"java.lang.IllegalStateException\"");
  }

  @Test
  void countsWhatFailedAlikeWithTheOptionsThatSelectIt() {
    service.on("GET /actuator/parked/groups", """
        {"groups":[{"queue":"billing_order","errorClass":"java.lang.IllegalStateException",
          "frame":"Billing.settle:42","count":3,
          "oldest":"2026-11-21T06:28:16.123456Z","newest":"2026-11-21T06:29:16Z"},
         {"queue":"billing_order","errorClass":"java.io.IOException","frame":null,"count":1,
          "oldest":"2026-11-21T06:28:16Z","newest":"2026-11-21T06:28:16Z"}]}""");

    assertThat(run("parked", "groups").out()).isEqualToNormalizingNewlines("""
        3 events failed from 2026-11-21 06:28:16Z to 2026-11-21 06:29:16Z
          --queue billing_order
          --error-class java.lang.IllegalStateException
          --frame Billing.settle:42
        1 event failed from 2026-11-21 06:28:16Z to 2026-11-21 06:28:16Z
          --queue billing_order
          --error-class java.io.IOException
        """);
  }

  @Test
  void showsAnEventWithItsRouteAndPayload() {
    service.on("GET /actuator/parked/events/12", """
        {"id":12,"route":{"exchange":"order","queue":"billing_order"},"sequence":null,
         "failure":{"stack":"java.lang.IllegalStateException\\n\\tat Billing.settle(Billing.java:42)\\n"},
         "payload":{"price":4.50}}""");

    assertThat(run("parked", "show", "12").out()).isEqualToNormalizingNewlines("""
        id               12
        route
          exchange       order
          queue          billing_order
        failure
          stack
            java.lang.IllegalStateException
            \tat Billing.settle(Billing.java:42)
        payload
          {
            "price" : 4.50
          }
        """);
  }

  @Test
  void letsNoEventSteerTheTerminal() {
    service
        .on(
            "GET /actuator/parked",
            "{\"events\":[%s]}".formatted(EVENT.replace("1004", "\\u001b[2J")))
        .on("GET /actuator/parked/events/12", "{\"key\":\"\\u001b[2J\\u009b\"}");

    assertThat(list().out() + run("parked", "show", "12").out())
        .doesNotContain("\u001b", "\u009b")
        .contains("\uFFFD[2J");
  }

  @Test
  void listsWhoDidWhat() {
    service.on("GET /actuator/parked/operations", """
        {"operations":[{"id":"0190","kind":"discard","state":"DONE","events":2,"previewedBy":"ada",
          "reason":"sent by mistake"}]}""");

    assertThat(run("parked", "operations").out()).isEqualToNormalizingNewlines("""
        ID    KIND     STATE  EVENTS  BY   REASON
        0190  discard  done   2       ada  sent by mistake
        """);
  }

  private Ran list(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "parked";
    arguments[1] = "list";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return run(arguments);
  }

  private Ran run(String... arguments) {
    return Ran.asked(service, new Person(), arguments);
  }
}
