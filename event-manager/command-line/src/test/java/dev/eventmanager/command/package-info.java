/** The command line as a person, and a script, meets it. {@link EventsTest} is the place to start. */
@NullMarked
package dev.eventmanager.command;

import org.jspecify.annotations.NullMarked;
