/**
 * Marks in the service's database of the events that may have killed their process. {@link
 * dev.eventmanager.jdbc.crash.JdbcCrashMarks} is the door.
 */
@NullMarked
package dev.eventmanager.jdbc.crash;

import org.jspecify.annotations.NullMarked;
