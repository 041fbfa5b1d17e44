/** The code that README.md shows, as it stands there; {@link ReadmeTest} compares the two. */
@NullMarked
package dev.eventmanager.quickstart;

import org.jspecify.annotations.NullMarked;
