/**
 * Starts services with the library and without, and measures the time and the memory they take. {@link
 * dev.eventmanager.benchmarks.startup.StartUp} is the command.
 */
@NullMarked
package dev.eventmanager.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
