/**
 * What failures of a database mean for the events that meet them. {@link
 * dev.eventmanager.jdbc.failure.DatabaseAway} tells whose fault it is not.
 */
@NullMarked
package dev.eventmanager.jdbc.failure;

import org.jspecify.annotations.NullMarked;
