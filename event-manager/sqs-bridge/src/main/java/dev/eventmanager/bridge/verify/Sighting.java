package dev.eventmanager.bridge.verify;

/**
 * An event as it was seen on one side.
 *
 * @param id the event id
 * @param group the message group
 * @param content a digest of what the event holds; 0 where that cannot be told
 * @param flagged whether it says of itself that it may be a second copy
 */
record Sighting(String id, String group, long content, boolean flagged) {}
