package dev.eventmanager.autoconfigure.operate;

/**
 * Serves a {@link dev.eventmanager.autoconfigure.access.GuardedEndpoint} at the management port;
 * its errors are answered as RFC 9457 problem details.
 */
public interface GuardedController {}
