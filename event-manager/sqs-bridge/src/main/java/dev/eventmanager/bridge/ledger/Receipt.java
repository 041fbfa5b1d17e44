package dev.eventmanager.bridge.ledger;

import dev.eventmanager.EventMetadata;

/**
 * The target has accepted an event.
 *
 * @param sequenceNumber which the target gave it
 * @param possibleDuplicate whether it was flagged as a possible second copy
 */
public record Receipt(EventMetadata event, String sequenceNumber, boolean possibleDuplicate) {}
