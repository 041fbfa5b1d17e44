/**
 * Routing keys and the patterns that match them, with the broker's exact semantics. {@link
 * dev.eventmanager.routing.BindingKey} is the door; these are plain values.
 */
@NullMarked
package dev.eventmanager.routing;

import org.jspecify.annotations.NullMarked;
