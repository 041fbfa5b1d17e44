/**
 * From a payload to an encoded event on a transport. {@link
 * dev.eventmanager.publishing.EncodingPublisher} is the door, and {@link
 * dev.eventmanager.publishing.LaterPublisher} the one for later.
 */
@NullMarked
package dev.eventmanager.publishing;

import org.jspecify.annotations.NullMarked;
