package dev.eventmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingTest {

  private static final String STALE = "order --order.#--> billing_order";

  private static final String ORDER = """
      {"service":"order","publishes":["order.v2.submit"],"queues":[]}""";

  private static final String BILLING = """
      {"service":"billing","publishes":[],
       "queues":[{"queue":"billing_order","patterns":["order.*.submit"]}]}""";

  private final StubService service = new StubService();

  @TempDir
  private Path folder;

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void showsAPlanInTheWordsOfTheService() {
    service.on("GET /actuator/topology", 200, "text/plain", "declared against\u001b live");

    Ran ran = run("topology", "plan");

    assertThat(ran.exitStatus()).isZero();
    assertThat(ran.out()).isEqualToNormalizingNewlines("declared against\uFFFD live\n");
  }

  @Test
  void givesScriptsThePlanAsItIs() {
    service.on("GET /actuator/topology", "{\"missing\":[]}");

    assertThat(run("topology", "plan", "--output", "json").out()).contains("\"missing\" : [ ]");
  }

  @Test
  void removesWhatIsNamedOnceThePlanWasSeenAndAYesWasGiven() {
    service
        .on("GET /actuator/topology", 200, "text/plain", "the plan")
        .on("POST /actuator/topology/apply", 200, "text/plain", "removed " + STALE);
    Person person = new Person("y");

    Ran ran = Ran.asked(service, person, "topology", "apply", "--remove", STALE);

    assertThat(ran.err()).contains("the plan");
    assertThat(person.questions())
        .containsExactly("Add what is missing, and remove " + STALE + "? [y/N] ");
    assertThat(service.requests())
        .endsWith("POST /actuator/topology/apply {\"remove\":[\"%s\"]}".formatted(STALE));
    assertThat(ran.out()).contains("removed " + STALE);
  }

  @Test
  void appliesNothingWithoutAYes() {
    service.on("GET /actuator/topology", 200, "text/plain", "the plan");

    assertThat(Ran.asked(service, new Person("n"), "topology", "apply").exitStatus())
        .isEqualTo(4);
    assertThat(Ran.asked(service, new Person(), "topology", "apply").exitStatus())
        .isEqualTo(4);
    assertThat(service.requests()).noneMatch(request -> request.startsWith("POST"));
  }

  @Test
  void passesOnWhatTheServiceSaysOfAnUnknownBinding() {
    service
        .on("GET /actuator/topology", 200, "text/plain", "the plan")
        .on(
            "POST /actuator/topology/apply",
            404,
            "application/problem+json",
            "{\"detail\":\"no binding that could be removed\"}");

    Ran ran = run("topology", "apply", "--yes", "--remove", "x");

    assertThat(ran.exitStatus()).isEqualTo(1);
    assertThat(ran.err()).contains("no binding that could be removed");
  }

  @Test
  void asksAServiceToExplain() {
    service
        .on("GET /actuator/topology/explain/key/order.v2.submit", 200, "text/plain", "reaches")
        .on("GET /actuator/topology/explain/event/order.submit", "{\"event\":\"order.submit\"}");

    assertThat(run("explain", "key", "order.v2.submit", "--declared").out()).contains("reaches");
    assertThat(run("explain", "event", "order.submit", "--output", "json").out())
        .contains("\"event\" : \"order.submit\"");
    assertThat(service.requests())
        .containsExactly(
            "GET /actuator/topology/explain/key/order.v2.submit?source=DECLARED",
            "GET /actuator/topology/explain/event/order.submit");
  }

  @Test
  void explainsFilesOfFoldersAndJarsWithoutAService() throws IOException {
    Path billing = jar("billing.jar", BILLING);
    Path order = Files.createDirectories(folder.resolve("order/META-INF/event-manager/services"));
    Files.writeString(order.resolve("order.json"), ORDER);

    Ran key = offline("key", "order.v1.refuse", "--files", folder + "/order", billing.toString());
    Ran event = offline(
        "event", "order.submit", "--output", "json", "--files", folder + "/order", "" + billing);

    assertThat(key.out()).isEqualToNormalizingNewlines("""
        order.v1.refuse on exchange order, declared by billing, order
        not a declared event
        reaches no queue
        does not reach
          billing_order
            order.*.submit  word 3 is "refuse", the pattern wants "submit"
        """);
    assertThat(event.out())
        .contains("\"routingKey\" : \"order.v2.submit\"", "\"queue\" : \"billing_order\"");
    assertThat(offline("queue", "nix", "--files", billing.toString()).err())
        .contains("There is no queue \"nix\"");
  }

  @Test
  void saysWhichFileIsWrongAndHow() throws IOException {
    String noPatterns = BILLING.replace("patterns", "pattern");
    String illegal = BILLING.replace("order.*.submit", "order.*submit");

    assertThat(offline("queue", "q", "--files", jar("a.jar", noPatterns).toString())
            .err())
        .contains("service.json is broken", "\"patterns\" is missing");
    assertThat(
            offline("queue", "q", "--files", jar("b.jar", illegal).toString()).err())
        .contains("service billing, queue \"billing_order\": word 2 of pattern");
    assertThat(offline("queue", "q", "--files", folder.toString()).err())
        .contains("has no META-INF/event-manager/services");
    assertThat(offline("queue", "q", "--files", "/no/such.jar").err()).contains("/no/such.jar");
  }

  @Test
  void asksForTheAddressOfAService() {
    Ran ran = offline("queue", "q");

    assertThat(ran.exitStatus()).isEqualTo(2);
    assertThat(ran.err()).contains("--url");
  }

  private Path jar(String name, String content) throws IOException {
    Path jar = folder.resolve(name);
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Path services = Files.createDirectories(zip.getPath("META-INF/event-manager/services"));
      Files.writeString(services.resolve("service.json"), content);
    }
    return jar;
  }

  private static Ran offline(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "explain";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Ran.events(Map.of(), new Person(), all);
  }

  private Ran run(String... arguments) {
    return Ran.asked(service, new Person(), arguments);
  }
}
