/** Tests of the journeys of events as they are told on the terminal. */
@NullMarked
package dev.eventmanager.local.journey;

import org.jspecify.annotations.NullMarked;
