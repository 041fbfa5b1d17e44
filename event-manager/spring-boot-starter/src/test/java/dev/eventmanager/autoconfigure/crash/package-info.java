/** A service whose handler kills its process. */
@NullMarked
package dev.eventmanager.autoconfigure.crash;

import org.jspecify.annotations.NullMarked;
