package dev.eventmanager.autoconfigure.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** A port that customers do not reach, and a library that asks who is there. */
final class GuardedPort {

  private static final List<String> OF_SPRING_SECURITY = List.of(
      "org.springframework.security.config.annotation.web.configuration.EnableWebSecurity",
      "org.springframework.security.web.SecurityFilterChain");

  private GuardedPort() {}

  /** What a service lacks to have one, in words that say how to get it; nothing if it has. */
  static List<String> missing(Environment environment, @Nullable ClassLoader classes) {
    List<String> missing = new ArrayList<>();
    if (ManagementPortType.get(environment) != ManagementPortType.DIFFERENT) {
      missing.add("a management port of its own (management.server.port)");
    }
    if (!OF_SPRING_SECURITY.stream().allMatch(name -> ClassUtils.isPresent(name, classes))) {
      missing.add(
          "Spring Security (the dependencies spring-security-web and spring-security-config)");
    }
    return missing;
  }
}
