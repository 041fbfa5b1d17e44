/**
 * The code that docs/versions.md shows: an event goes from version 2 to version 3 while old and new
 * services run at once.
 */
@NullMarked
package dev.eventmanager.versions;

import org.jspecify.annotations.NullMarked;
