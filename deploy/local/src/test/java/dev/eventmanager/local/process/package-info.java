/** How services are laid out and started. {@link ExtractedJarTest} is the place to start. */
@NullMarked
package dev.eventmanager.local.process;

import org.jspecify.annotations.NullMarked;
