/**
 * What a mirror notes of an event before it sends it, and after: so it can tell after a crash what
 * the target may hold. {@link dev.eventmanager.bridge.ledger.IntentLedger} is the door.
 */
@NullMarked
package dev.eventmanager.bridge.ledger;

import org.jspecify.annotations.NullMarked;
