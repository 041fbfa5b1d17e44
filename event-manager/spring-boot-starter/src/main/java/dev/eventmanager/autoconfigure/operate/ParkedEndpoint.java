package dev.eventmanager.autoconfigure.operate;

import java.util.Collection;
import java.util.List;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.EndpointsSupplier;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.Operation;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * What the actuator knows of the operations: id and path, so that they are exposed, forbidden and
 * mapped like any endpoint. They are served by controllers of the management port, since an
 * endpoint's own operations take neither nested JSON nor paths below paths.
 */
@WebEndpoint(id = ParkedEndpoint.ID)
final class ParkedEndpoint
    implements ExposableEndpoint<Operation>, PathMappedEndpoint, EndpointsSupplier<ParkedEndpoint> {

  static final String ID = "parked";

  /** Where the controllers serve it. */
  static final String PATH =
      "${management.endpoints.web.base-path:/actuator}/${management.endpoints.web.path-mapping.parked:parked}";

  private final String rootPath;

  ParkedEndpoint(String rootPath) {
    this.rootPath = rootPath;
  }

  @Override
  public EndpointId getEndpointId() {
    return EndpointId.of(ID);
  }

  @Override
  public Access getDefaultAccess() {
    return Access.UNRESTRICTED;
  }

  @Override
  public Collection<Operation> getOperations() {
    return List.of();
  }

  @Override
  public String getRootPath() {
    return rootPath;
  }

  @Override
  public Collection<ParkedEndpoint> getEndpoints() {
    return List.of(this);
  }
}
