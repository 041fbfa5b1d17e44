package dev.eventmanager.autoconfigure.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventmanager.autoconfigure.access.OperationsProperties.User;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsUsersTest {

  private static final String HASH =
      "{bcrypt}$2a$04$cfNSjvqfk.FLypNSANCAcuF3YTI0W6IZr2auaEIr/CUx3vZTYmUDe";

  @ParameterizedTest
  @ValueSource(strings = {HASH, "{noop}secret"})
  void takesAnEncodedPassword(String password) {
    assertThat(new OperationsUsers(List.of(operator("ada", password))).authenticationManager())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "{noop}",
        "{}secret",
        "{rot13}secret",
        "{bcrypt}secret",
        "{bcrypt}.FLypNSANCAcuF3YTI0W6IZr2auaEIr/CUx3vZTYmUDe"
      })
  void refusesAPasswordThatIsNotEncodedWithoutRepeatingIt(String password) {
    StartUpException refused = refused(operator("ada", password));

    assertThat(refused.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem)
            .startsWith("event-manager.operations.users[0].password is not encoded")
            .contains("{bcrypt}", "{noop}")
            .doesNotContain("secret"));
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    StartUpException refused =
        refused(operator("ada", HASH), operator("ada", HASH), new User("", HASH, Set.of()));

    assertThat(refused.problems())
        .satisfiesExactly(
            problem -> assertThat(problem).contains("users[1].name is \"ada\""),
            problem -> assertThat(problem).contains("users[2].name is missing"),
            problem -> assertThat(problem).contains("users[2].roles is missing", "EVENT_VIEWER"));
  }

  @Test
  void neverPrintsAPassword() {
    assertThat(operator("ada", HASH)).hasToString("ada [EVENT_OPERATOR]");
  }

  private static StartUpException refused(User... users) {
    return catchThrowableOfType(StartUpException.class, () -> new OperationsUsers(List.of(users)));
  }

  private static User operator(String name, String password) {
    return new User(name, password, Set.of(OperationsRole.EVENT_OPERATOR));
  }
}
