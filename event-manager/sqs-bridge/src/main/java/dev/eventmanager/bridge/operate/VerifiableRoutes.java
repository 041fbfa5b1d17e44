package dev.eventmanager.bridge.operate;

import dev.eventmanager.bridge.verify.VerifiedRoute;
import java.util.Map;

/** The routes whose sides can be compared: those with an audit stream, by their names. */
public record VerifiableRoutes(Map<String, VerifiedRoute> byName) {

  /** Takes a copy. */
  public VerifiableRoutes {
    byName = Map.copyOf(byName);
  }
}
