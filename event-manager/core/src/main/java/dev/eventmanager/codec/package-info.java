/**
 * Events to bytes and back: JSON by Jackson, which no other package calls. {@link
 * dev.eventmanager.codec.EventCodec} is the door.
 */
@NullMarked
package dev.eventmanager.codec;

import org.jspecify.annotations.NullMarked;
