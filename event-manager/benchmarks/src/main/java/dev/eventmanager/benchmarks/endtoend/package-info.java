/**
 * Races the library against other ways to the same broker: publish, route and consume, each in a
 * process of its own. {@link dev.eventmanager.benchmarks.endtoend.EndToEnd} is the command, and {@link
 * dev.eventmanager.benchmarks.endtoend.Variations} has the library race itself.
 */
@NullMarked
package dev.eventmanager.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
