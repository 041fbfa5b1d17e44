package dev.eventmanager.bridge.operate;

import dev.eventmanager.autoconfigure.operate.Problem;
import org.springframework.boot.actuate.endpoint.Access;

/** What the settings let anybody do at the endpoint. */
record Permission(Access access) {

  void requireChanges() {
    if (access != Access.UNRESTRICTED) {
      throw Problem.forbidden(
          "management.endpoint.bridge.access is %s here: the routes can be seen, and not changed.",
          access);
    }
  }
}
