package dev.eventmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Getting to a service, and what is said where that does not work. */
class EventsTest {

  private static final String PARKED = "GET /actuator/parked";

  private final StubService service = new StubService();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void saysThatNothingAnswers() {
    service.close();

    Ran ran = list();

    assertThat(ran.exitStatus()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith("events: Nothing answers at " + service.url() + "/actuator/parked")
        .contains("management.server.port");
  }

  @Test
  void saysThatThePasswordIsWrong() {
    service.on(PARKED, 401, "application/problem+json", "{\"detail\":\"who are you?\"}");

    Ran ran = list();

    assertThat(ran.exitStatus()).isEqualTo(3);
    assertThat(ran.err()).contains("does not let ada in", "event-manager.operations.users");
  }

  @Test
  void saysThatTheRoleIsMissing() {
    service.on(PARKED, 403, "application/problem+json", "{\"detail\":\"not you\"}");

    Ran ran = list();

    assertThat(ran.exitStatus()).isEqualTo(3);
    assertThat(ran.err()).contains("ada may not do this", "EVENT_OPERATOR");
  }

  @Test
  void saysThatTheEndpointIsOff() {
    service.on(PARKED, 404, "application/problem+json", "{\"detail\":\"No static resource.\"}");

    Ran ran = list();

    assertThat(ran.exitStatus()).isEqualTo(1);
    assertThat(ran.err()).contains("There is no operations endpoint at", "start-up report");
  }

  @Test
  void saysThatThisIsNoManagementPort() {
    service.on(PARKED, 200, "text/html", "<html>welcome</html>");

    Ran ran = list();

    assertThat(ran.exitStatus()).isEqualTo(1);
    assertThat(ran.err()).contains("answers text/html instead of JSON", "management.server.port");
  }

  @Test
  void passesOnWhyTheServiceRefuses() {
    service.on(
        PARKED, 409, "application/problem+json", "{\"detail\":\"Event 13 waits behind 12.\"}");

    assertThat(list()).isEqualTo(new Ran(1, "", "events: Event 13 waits behind 12.\n"));
  }

  @Test
  void passesOnThatTheServiceKnowsNoSuchEvent() {
    service.on(
        PARKED + "/events/99", 404, "application/problem+json", "{\"detail\":\"No event 99.\"}");

    assertThat(Ran.asked(service, new Person(), "parked", "show", "99"))
        .isEqualTo(new Ran(1, "", "events: No event 99.\n"));
  }

  @Test
  void saysThatTheServiceFailed() {
    service.on(PARKED, 500, "text/plain", "oops");

    assertThat(list().err()).contains("status 500", "the log of the service");
  }

  @Test
  void asksThePathThatIsGiven() {
    service.on("GET /manage/parked", "{\"events\":[]}");

    assertThat(list(service.url() + "/manage/parked/").exitStatus()).isZero();
  }

  @Test
  void takesNoAddressThatIsNone() {
    Ran ran = list("127.0.0.1:9082");

    assertThat(ran.exitStatus()).isEqualTo(2);
    assertThat(ran.err()).contains("http://127.0.0.1:9082");
  }

  @Test
  void takesNoPasswordAsAnArgument() {
    Ran ran = Ran.events(Map.of(), new Person(), "parked", "list", "--password", "secret");

    assertThat(ran.exitStatus()).isEqualTo(2);
  }

  @Test
  void asksForThePasswordWhereTheEnvironmentHasNone() {
    service.on(PARKED, "{\"events\":[]}");
    Person person = new Person("secret");

    Ran ran = listWithoutPassword(person);

    assertThat(ran.exitStatus()).isZero();
    assertThat(person.questions()).containsExactly("Password of ada: ");
    assertThat(service.credentials()).containsExactly("Basic YWRhOnNlY3JldA=="); // ada:secret
  }

  @Test
  void saysWhereThePasswordComesFromWhereNobodyCanBeAsked() {
    Ran ran = listWithoutPassword(new Person());

    assertThat(ran.exitStatus()).isEqualTo(3);
    assertThat(ran.err()).contains("EVENT_MANAGER_PASSWORD");
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void encodesAPasswordAsASettingTakesIt() {
    Ran ran = Ran.events(Map.of(), new Person("secret", "secret"), "encode-password");

    assertThat(ran.out()).startsWith("{bcrypt}$2a$");
    assertThat(BCrypt.checkpw("secret", ran.out().strip().replace("{bcrypt}", "")))
        .isTrue();
  }

  @Test
  void encodesNoPasswordThatWasMistyped() {
    Ran ran = Ran.events(Map.of(), new Person("secret", "secrte"), "encode-password");

    assertThat(ran)
        .isEqualTo(new Ran(1, "", "events: These are not the same; nothing was encoded.\n"));
  }

  private Ran list() {
    return list(service.url());
  }

  private Ran list(String url) {
    return Ran.events(
        Map.of("EVENT_MANAGER_PASSWORD", "secret"),
        new Person(),
        "parked",
        "list",
        "--url",
        url,
        "--user",
        "ada");
  }

  private Ran listWithoutPassword(Person person) {
    return Ran.events(Map.of(), person, "parked", "list", "--url", service.url(), "--user", "ada");
  }
}
