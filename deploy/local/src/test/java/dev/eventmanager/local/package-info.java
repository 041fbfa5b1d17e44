/** The whole shop end to end, as processes, on what it may stand on. */
@NullMarked
package dev.eventmanager.local;

import org.jspecify.annotations.NullMarked;
