/**
 * What a handler's failure says about trying again, by default and by the service's settings. {@link
 * dev.eventmanager.autoconfigure.failure.ConfiguredFailures} tells.
 */
@NullMarked
package dev.eventmanager.autoconfigure.failure;

import org.jspecify.annotations.NullMarked;
