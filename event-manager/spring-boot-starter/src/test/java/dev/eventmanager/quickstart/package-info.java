/** The code that README.md shows, as it stands there; {@link SnippetsTest} compares the two. */
@NullMarked
package dev.eventmanager.quickstart;

import org.jspecify.annotations.NullMarked;
