/**
 * Effectively-once handling: the note that an event was handled commits together with what its
 * handler did. {@link dev.eventmanager.jdbc.inbox.InboxInterceptor} is the door; {@link
 * dev.eventmanager.jdbc.inbox.InboxCleaner} forgets old notes.
 */
@NullMarked
package dev.eventmanager.jdbc.inbox;

import org.jspecify.annotations.NullMarked;
