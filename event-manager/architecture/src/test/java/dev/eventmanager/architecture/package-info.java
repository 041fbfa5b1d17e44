/**
 * Holds the directions between modules and between the packages inside them. {@link
 * ModuleDirectionsTest} is the place to start.
 */
@NullMarked
package dev.eventmanager.architecture;

import org.jspecify.annotations.NullMarked;
