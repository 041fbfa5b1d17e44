/**
 * What an application reads: {@link dev.eventmanager.EventType} declares an event once, {@link
 * dev.eventmanager.EventPublisher} publishes it and {@link dev.eventmanager.OnEvent} marks the
 * method that handles it. Start at {@link dev.eventmanager.Exchange#event}.
 */
@NullMarked
package dev.eventmanager;

import org.jspecify.annotations.NullMarked;
