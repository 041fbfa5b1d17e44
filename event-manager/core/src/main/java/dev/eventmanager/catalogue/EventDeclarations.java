package dev.eventmanager.catalogue;

import dev.eventmanager.EventType;
import java.util.Collection;

/**
 * The events that a module declares. Name the implementation, a public class with a public
 * constructor without parameters, in {@code META-INF/services/} under this interface's name: every
 * service with the module on its class path then knows them.
 */
public interface EventDeclarations {

  /** Every event type of the module. */
  Collection<EventType<?>> events();
}
