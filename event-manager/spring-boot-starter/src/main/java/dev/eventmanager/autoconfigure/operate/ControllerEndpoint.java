package dev.eventmanager.autoconfigure.operate;

import java.util.Collection;
import java.util.List;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.EndpointsSupplier;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.Operation;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;

/**
 * What the actuator knows of operations: id and path, so that they are exposed, forbidden and
 * mapped like any endpoint. They are served by controllers of the management port, since an
 * endpoint's own operations take neither nested JSON nor paths below paths.
 */
abstract class ControllerEndpoint
    implements ExposableEndpoint<Operation>,
        PathMappedEndpoint,
        EndpointsSupplier<ControllerEndpoint> {

  private final String id;
  private final String rootPath;

  ControllerEndpoint(String id, WebEndpointProperties endpoints) {
    this.id = id;
    this.rootPath = endpoints.getPathMapping().getOrDefault(id, id);
  }

  @Override
  public final EndpointId getEndpointId() {
    return EndpointId.of(id);
  }

  @Override
  public final Access getDefaultAccess() {
    return Access.UNRESTRICTED;
  }

  @Override
  public final Collection<Operation> getOperations() {
    return List.of();
  }

  @Override
  public final String getRootPath() {
    return rootPath;
  }

  @Override
  public final Collection<ControllerEndpoint> getEndpoints() {
    return List.of(this);
  }
}
