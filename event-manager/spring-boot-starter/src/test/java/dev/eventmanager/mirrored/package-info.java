/** A service that handles what a bridge has mirrored to SQS. */
@NullMarked
package dev.eventmanager.mirrored;

import org.jspecify.annotations.NullMarked;
