package dev.eventmanager.autoconfigure.operate;

import dev.eventmanager.autoconfigure.access.GuardedEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** What is parked. */
@WebEndpoint(id = ParkedEndpoint.ID)
final class ParkedEndpoint extends GuardedEndpoint {

  static final String ID = "parked";

  /** Where the controllers serve it. */
  static final String PATH =
      "${management.endpoints.web.base-path:/actuator}/${management.endpoints.web.path-mapping.parked:parked}";

  ParkedEndpoint(WebEndpointProperties endpoints) {
    super(ID, endpoints);
  }
}
