package dev.eventmanager.testkit.service;

import dev.eventmanager.handling.Subscription;
import java.util.Optional;

/**
 * What became of an event on a queue.
 *
 * @param by whose event it was
 * @param failure what was thrown; empty if it was handled
 */
record Handled(Subscription by, Optional<Throwable> failure) {}
