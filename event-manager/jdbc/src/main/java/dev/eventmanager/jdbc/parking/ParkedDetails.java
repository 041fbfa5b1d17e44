package dev.eventmanager.jdbc.parking;

import dev.eventmanager.codec.EncodedEvent;
import java.util.Optional;

/**
 * All that is known of an event that stands aside.
 *
 * @param stack the stack trace of the last failure, cut to some thousand characters; empty for one
 *     that only waits behind another
 * @param event the event as delivered
 */
public record ParkedDetails(ParkedRow row, Optional<String> stack, EncodedEvent event) {}
