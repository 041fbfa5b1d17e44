package dev.eventmanager.autoconfigure.access;

/**
 * A bean that vouches for it: whoever reaches {@code /actuator/parked} or {@code
 * /actuator/topology} on the management port has
 * been authenticated, and holds the role that his request needs. Without it nothing is served there.
 */
public final class GuardedOperations {}
