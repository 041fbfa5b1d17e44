/**
 * What the shop says on the terminal. {@link dev.eventmanager.local.console.Terminal} is the door:
 * whole lines, in colour where a person is likely to see them, and a line of progress that is
 * replaced by what comes next.
 */
@NullMarked
package dev.eventmanager.local.console;

import org.jspecify.annotations.NullMarked;
