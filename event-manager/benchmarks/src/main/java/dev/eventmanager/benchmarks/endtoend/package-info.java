/**
 * Races the library against other ways to the same broker: publish, route and consume, each in a
 * process of its own. {@link dev.eventmanager.benchmarks.endtoend.EndToEnd} is the command;
 * {@link dev.eventmanager.benchmarks.endtoend.Variations} has the library race itself, {@link
 * dev.eventmanager.benchmarks.endtoend.Steady} has it run on, and {@link
 * dev.eventmanager.benchmarks.endtoend.StartUp} has services start.
 */
@NullMarked
package dev.eventmanager.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
