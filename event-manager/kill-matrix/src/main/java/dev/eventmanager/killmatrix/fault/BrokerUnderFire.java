package dev.eventmanager.killmatrix.fault;

import java.net.URI;
import java.util.Map;

/** A broker, or several as a cluster, behind proxies that can be cut. */
public interface BrokerUnderFire extends AutoCloseable {

  /** Where the workers connect to, as {@code spring.rabbitmq.addresses}. */
  String addresses();

  /** A node that is up, past the proxies. */
  URI uri();

  /** What can be done to it. */
  Map<FaultKind, Fault> faults();

  @Override
  void close();
}
