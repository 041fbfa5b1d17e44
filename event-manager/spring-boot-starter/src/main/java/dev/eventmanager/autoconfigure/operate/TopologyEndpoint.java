package dev.eventmanager.autoconfigure.operate;

import dev.eventmanager.autoconfigure.access.GuardedEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** What stands on the broker and what reaches which queue. */
@WebEndpoint(id = TopologyEndpoint.ID)
final class TopologyEndpoint extends GuardedEndpoint {

  static final String ID = "topology";

  /** Where the controller serves it. */
  static final String PATH =
      "${management.endpoints.web.base-path:/actuator}/${management.endpoints.web.path-mapping.topology:topology}";

  TopologyEndpoint(WebEndpointProperties endpoints) {
    super(ID, endpoints);
  }
}
