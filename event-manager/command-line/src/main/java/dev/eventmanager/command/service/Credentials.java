package dev.eventmanager.command.service;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who asks. */
record Credentials(String user, String password) {

  String header() {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user;
  }
}
