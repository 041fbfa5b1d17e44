package dev.eventmanager.contracts.catalogue;

import java.util.List;

/**
 * A queue that an event reaches.
 *
 * @param service whose queue it is
 * @param queue its name on the broker
 * @param patterns those of its binding keys that admit the event
 */
public record Listener(String service, String queue, List<String> patterns) {}
