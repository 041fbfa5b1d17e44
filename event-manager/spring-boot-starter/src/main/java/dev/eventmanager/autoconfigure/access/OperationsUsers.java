package dev.eventmanager.autoconfigure.access;

import dev.eventmanager.autoconfigure.access.OperationsProperties.User;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * The users of the operations endpoint. They are no beans, so that the service's own users, and Spring
 * Boot's way of finding them, stay as they are.
 */
final class OperationsUsers {

  /** A hash that lost its dollars, as in a shell or a compose file, is none. */
  private static final Pattern ENCODED =
      Pattern.compile("\\{noop}.+|\\{bcrypt}\\$2[aby]\\$\\d\\d\\$[./0-9A-Za-z]{53}");

  private final List<User> users;

  /**
   * Checks them.
   *
   * @throws StartUpException if one of them could never log in, or has a password that is not
   *     encoded
   */
  OperationsUsers(List<User> users) {
    this.users = List.copyOf(users);
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < users.size(); i++) {
      String where = "event-manager.operations.users[%d]".formatted(i);
      problemsOf(users.get(i), names).forEach(problem -> problems.add(where + problem));
    }
    if (!problems.isEmpty()) {
      throw new StartUpException(problems);
    }
  }

  private List<String> problemsOf(User user, Set<String> names) {
    List<String> problems = new ArrayList<>();
    if (user.name().isBlank()) {
      problems.add(".name is missing");
    } else if (!names.add(user.name())) {
      problems.add(".name is \"%s\", as that of another user".formatted(user.name()));
    }
    if (user.roles().isEmpty()) {
      problems.add(
          ".roles is missing: EVENT_VIEWER to see parked events, EVENT_OPERATOR to replay and discard them as well");
    }
    if (!ENCODED.matcher(user.password()).matches()) {
      problems.add(
          ".password is not encoded: write {bcrypt} and its bcrypt hash, as \"events encode-password\" prints it, or {noop} and the password where everybody may read it");
    }
    return problems;
  }

  AuthenticationManager authenticationManager() {
    DaoAuthenticationProvider provider =
        new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
            users.stream().map(OperationsUsers::details).toList()));
    provider.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    return new ProviderManager(provider);
  }

  private static UserDetails details(User user) {
    return org.springframework.security.core.userdetails.User.withUsername(user.name())
        .password(user.password())
        .roles(user.roles().stream().map(Enum::name).toArray(String[]::new))
        .build();
  }
}
