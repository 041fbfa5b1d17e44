/**
 * A standard and a FIFO queue side by side, for whoever wants to see what each of them promises.
 * {@link dev.eventmanager.fifodemo.FifoDemo} is the program.
 */
@NullMarked
package dev.eventmanager.fifodemo;

import org.jspecify.annotations.NullMarked;
