/**
 * Events to bytes and back: JSON by Jackson, which no other package calls. {@link
 * dev.eventmanager.codec.EventCodec} is the door, and {@link dev.eventmanager.codec.HeaderCodec} that
 * of whoever keeps the headers of other publishers as text.
 */
@NullMarked
package dev.eventmanager.codec;

import org.jspecify.annotations.NullMarked;
