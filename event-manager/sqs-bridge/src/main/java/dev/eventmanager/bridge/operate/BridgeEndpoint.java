package dev.eventmanager.bridge.operate;

import dev.eventmanager.autoconfigure.access.GuardedEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** The routes of the bridge. */
@WebEndpoint(id = BridgeEndpoint.ID)
final class BridgeEndpoint extends GuardedEndpoint {

  static final String ID = "bridge";

  /** Where the controllers serve it. */
  static final String PATH =
      "${management.endpoints.web.base-path:/actuator}/${management.endpoints.web.path-mapping.bridge:bridge}";

  BridgeEndpoint(WebEndpointProperties endpoints) {
    super(ID, endpoints);
  }
}
