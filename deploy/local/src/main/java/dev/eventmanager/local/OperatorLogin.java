package dev.eventmanager.local;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** The name and password of the shop's operator, good for one run. */
public record OperatorLogin(String name, String password) {

  /** A password that nobody can guess; it is told on the terminal alone. */
  static OperatorLogin ofThisRun() {
    byte[] secret = new byte[12];
    new SecureRandom().nextBytes(secret);
    return new OperatorLogin("operator", HexFormat.of().formatHex(secret));
  }

  /** What makes a service let the operator in. */
  Map<String, String> environment() {
    return Map.of(
        "EVENT_MANAGER_OPERATIONS_USERS_0_NAME",
        name,
        "EVENT_MANAGER_OPERATIONS_USERS_0_PASSWORD",
        "{noop}" + password,
        "EVENT_MANAGER_OPERATIONS_USERS_0_ROLES",
        "EVENT_OPERATOR");
  }

  @Override
  public String toString() {
    return name;
  }
}
