package dev.eventmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BridgeTest {

  private static final String ROUTES = """
      {"routes":[{"route":"shop.fifo","state":"%s","waiting":12,"inHand":3,"oldestSeconds":40,
        "inDoubt":0,"parked":2,"suppressed":1,"waitsFor":"503 ServiceUnavailable"}]}""";

  private static final String RUNNING = "{\"id\":\"7\",\"state\":\"RUNNING\"}";

  private static final String DIFFERENT = """
      {"id":"7","state":"DONE","route":"shop.fifo","from":"F","to":"T","published":5,"mirrored":4,
       "mirror":"the receipts of SQS","agrees":false,"counts":{"MISSING":1,"NOT_YET":1},
       "notes":["a note"],"next":1,
       "findings":[{"kind":"MISSING","event":"e-1","group":"g","detail":""}]}""";

  private static final String REST = """
      {"id":"7","state":"DONE","agrees":false,
       "findings":[{"kind":"NOT_YET","event":"e-2","group":"g","detail":"just now"}]}""";

  private static final String SAME = """
      {"id":"7","state":"DONE","route":"shop.fifo","from":"F","to":"T","published":5,"mirrored":5,
       "mirror":"the receipts of SQS","agrees":true,"counts":{},"notes":[],"findings":[]}""";

  private final StubService service = new StubService();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void showsHowEachRouteDoesAndWhatItWaitsFor() {
    service.on("GET /actuator/bridge", ROUTES.formatted("PAUSED"));

    Ran ran = run("bridge", "status");

    assertThat(ran.exitStatus()).isZero();
    assertThat(ran.out())
        .contains("shop.fifo", "PAUSED", "40 s", "shop.fifo waits: 503 ServiceUnavailable");
  }

  @Test
  void drainsOneRouteAndStopsAll() {
    service
        .on("POST /actuator/bridge/drain", ROUTES.formatted("DRAINING"))
        .on("GET /actuator/bridge", ROUTES.formatted("DRAINED-BY-NOW"))
        .on("POST /actuator/bridge/stop", ROUTES.formatted("STOPPED"));

    assertThat(run("bridge", "drain", "shop.fifo").out()).contains("DRAINED-BY-NOW");
    assertThat(run("bridge", "stop", "--all").out()).contains("STOPPED");
    assertThat(service.requests())
        .containsExactly(
            "POST /actuator/bridge/drain {\"route\":\"shop.fifo\"}",
            "GET /actuator/bridge",
            "POST /actuator/bridge/stop {}");
  }

  @Test
  void saysThatSomethingIsStillInHand() {
    service.on("POST /actuator/bridge/drain", ROUTES.formatted("DRAINING"));

    assertThat(run("bridge", "drain", "--all", "--wait", "0").exitStatus()).isEqualTo(5);
  }

  @Test
  void stopsNothingThatIsNotNamed() {
    assertThat(run("bridge", "stop").exitStatus()).isEqualTo(2);
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void waitsForTheEndAndPrintsEveryFindingOfEveryPage() {
    service
        .on("POST /actuator/bridge/verifications", RUNNING)
        .on("GET /actuator/bridge/verifications/7", RUNNING)
        .on("GET /actuator/bridge/verifications/7", DIFFERENT)
        .on("GET /actuator/bridge/verifications/7", REST);

    Ran ran = run("bridge", "verify", "--route", "shop.fifo", "--from", "2h");

    assertThat(ran.exitStatus()).isEqualTo(6);
    assertThat(ran.out())
        .contains("5 published, 4 on the mirror")
        .containsPattern("missing +e-1")
        .containsPattern("not yet +e-2")
        .contains("Note: a note", "The mirror differs: 1 missing, 1 not yet.");
    assertThat(service.requests())
        .contains("POST /actuator/bridge/verifications"
            + " {\"route\":\"shop.fifo\",\"from\":\"2h\",\"settle\":\"30s\",\"consume\":false}")
        .endsWith("GET /actuator/bridge/verifications/7?after=1");
  }

  @Test
  void endsWellWhereBothSidesAgree() {
    service.on("POST /actuator/bridge/verifications", SAME);

    Ran ran = run("bridge", "verify", "--route", "shop.fifo");

    assertThat(ran.exitStatus()).isZero();
    assertThat(ran.out()).contains("Nothing is missing, extra or out of order.");
  }

  @Test
  void givesScriptsAllFindingsInOneDocument() {
    service
        .on("POST /actuator/bridge/verifications", DIFFERENT)
        .on("GET /actuator/bridge/verifications/7", REST);

    Ran ran = run("bridge", "verify", "--route", "shop.fifo", "--output", "json");

    assertThat(ran.exitStatus()).isEqualTo(6);
    assertThat(ran.out()).contains("\"e-1\"", "\"e-2\"").doesNotContain("\"next\"");
  }

  @Test
  void saysWhyTheSidesCouldNotBeCompared() {
    service.on(
        "POST /actuator/bridge/verifications",
        "{\"id\":\"7\",\"state\":\"FAILED\",\"reason\":\"the stream is gone\"}");

    Ran ran = run("bridge", "verify", "--route", "shop.fifo");

    assertThat(ran.exitStatus()).isEqualTo(1);
    assertThat(ran.err()).contains("the stream is gone");
  }

  @Test
  void goesAwayWhenTheTimeIsUp() {
    service.on("POST /actuator/bridge/verifications", RUNNING);

    assertThat(run("bridge", "verify", "--route", "x.fifo", "--wait", "0").exitStatus())
        .isEqualTo(5);
  }

  @Test
  void passesOnWhatTheBridgeSaysOfAnUnknownRoute() {
    service.on(
        "POST /actuator/bridge/stop",
        404,
        "application/problem+json",
        "{\"detail\":\"no route x\"}");

    Ran ran = run("bridge", "stop", "x");

    assertThat(ran.exitStatus()).isEqualTo(1);
    assertThat(ran.err()).contains("no route x");
  }

  private Ran run(String... arguments) {
    return Ran.asked(service, new Person(), arguments);
  }
}
