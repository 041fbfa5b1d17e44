/**
 * Points in time: {@link dev.eventmanager.jdbc.time.DatabaseTime} on the clock that instances share, and
 * {@link dev.eventmanager.jdbc.time.Deadline} within one.
 */
@NullMarked
package dev.eventmanager.jdbc.time;

import org.jspecify.annotations.NullMarked;
