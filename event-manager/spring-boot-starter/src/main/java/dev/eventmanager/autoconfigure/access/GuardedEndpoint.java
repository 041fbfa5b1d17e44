package dev.eventmanager.autoconfigure.access;

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
 * endpoint's own operations take neither nested JSON nor paths below paths. A bean of this type is
 * guarded: only {@code event-manager.operations.users} get at its path and those below.
 */
public abstract class GuardedEndpoint
    implements ExposableEndpoint<Operation>,
        PathMappedEndpoint,
        EndpointsSupplier<GuardedEndpoint> {

  private final String id;
  private final String rootPath;

  /** {@code id} is the actuator's, {@code endpoints} may map it to another path. */
  protected GuardedEndpoint(String id, WebEndpointProperties endpoints) {
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
  public final Collection<GuardedEndpoint> getEndpoints() {
    return List.of(this);
  }
}
