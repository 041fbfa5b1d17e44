package dev.eventmanager.bridge.route;

/** An exchange that another part of the bridge publishes to; a bean of each. */
public record NeededExchange(String name) {}
