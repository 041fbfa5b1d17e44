package dev.eventmanager.bridge.ledger;

import dev.eventmanager.handling.Delivery;

/**
 * An event that is about to be sent.
 *
 * @param messageGroup its group at the target
 * @param asksWhetherHeld whether it is to be sent only if nothing of its key is held; not where it
 *     is itself what is held
 */
public record Intent(Delivery delivery, String messageGroup, boolean asksWhetherHeld) {}
